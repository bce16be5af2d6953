import { readFileSync } from 'node:fs';
import { z } from '@strapi/utils';
import type { PersonaInput } from '../../../server/core/api';
import { Trouble } from '../progress';
import type { LibraryItem } from './items';

const keys = z.array(z.string().min(1)).min(1);

const schema = z.strictObject({
  personas: z
    .array(
      z.strictObject({
        key: z.string().min(1),
        name: z.string().min(1),
        description: z.string().default(''),
        group: z.string().default(''),
        priority: z.enum(['primary', 'secondary']).default('primary'),
        buys: z.boolean().default(true),
        uses: z.boolean().default(true),
      })
    )
    .default([]),
  rules: z.array(
    z.strictObject({
      type: z.string().optional(),
      topics: keys.optional(),
      personas: keys.optional(),
      stages: keys.optional(),
    })
  ),
});

/** Whom the items of a library are for: personas to create, and rules from type or topic to persona or stage. */
export interface Mapping {
  readonly personas: readonly (PersonaInput & { readonly key: string })[];
  readonly rules: readonly Rule[];
}

/** Holds when the type is that one and one of the topics is there; a condition left out always holds. */
interface Rule {
  readonly type?: string | undefined;
  readonly topics?: readonly string[] | undefined;
  readonly personas?: readonly string[] | undefined;
  readonly stages?: readonly string[] | undefined;
}

/** Reads and checks a mapping file; what is wrong with it is said with the field's name. */
export const readMapping = (file: string): Mapping => {
  const result = schema.safeParse(parseFile(file));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Trouble(`${file}: ${issue?.path.join('.') || 'the mapping'}: ${issue?.message ?? 'not understood'}`);
};

/** The first rule that names personas decides on them, and the first that names stages decides on those. */
export const placementOf = (
  item: LibraryItem,
  { rules }: Mapping
): { readonly personas: readonly string[]; readonly stages: readonly string[] } => {
  const topics = new Set(item.topics.map(topicKey));
  const holding = rules.filter(
    (rule) =>
      (rule.type === undefined || rule.type === item.type) &&
      (rule.topics === undefined || rule.topics.some((topic) => topics.has(topicKey(topic))))
  );
  return {
    personas: holding.find(({ personas }) => personas !== undefined)?.personas ?? [],
    stages: holding.find(({ stages }) => stages !== undefined)?.stages ?? [],
  };
};

/** Real libraries write "Social media" and "social-media". */
const topicKey = (topic: string): string => topic.trim().toLowerCase().replaceAll(/\s+/g, '-');

const parseFile = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Trouble(`${file}: ${error instanceof Error ? error.message : 'not readable'}`);
  }
};
