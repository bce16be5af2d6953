import { strings } from '@strapi/utils';
import type { DecisionChoice, ImportOptions } from '../../core/import-api';
import { createDecisionLexicon, type DecisionLexicon } from '../../core/import/decision-words';
import {
  assuming,
  createLexicon,
  namedPersonas,
  type Guess,
  type Lexicon,
  type Named,
} from '../../core/import/lexicon';
import type { Lexicons } from '../../core/import/row';
import { guessPersona } from '../../core/import/persona-words';
import { guessStage } from '../../core/import/stage-words';
import { fold } from '../../core/import/words';
import { freeKey } from '../../core/keys';
import { invalid } from '../../core/refusal';
import { type Journey, type Persona, type Stage } from '../../core/vocabulary';

/** A persona or stage that an import is to create. */
export interface Creation {
  readonly key: string;
  readonly name: string;
}

export interface Creations {
  readonly personas: readonly Creation[];
  readonly stages: readonly (Creation & { readonly journey: Journey })[];
}

/** What the words of a sheet stand for, and what has to be created for it. */
export interface Choices {
  readonly lexicons: Lexicons & { readonly decisions: DecisionLexicon };
  readonly creations: Creations;
  /** The key behind each value that was mapped by hand. */
  readonly mapped: {
    readonly personas: Readonly<Record<string, string | null>>;
    readonly stages: Readonly<Record<string, string | null>>;
    readonly decisions: Readonly<Record<string, DecisionChoice>>;
  };
}

/** Understands what was said about values. Refuses a key that there is not. */
export const readChoices = (
  values: NonNullable<ImportOptions['values']>,
  personas: readonly Persona[],
  stages: readonly Stage[]
): Choices => {
  const forPersonas = understand('persona', values.personas ?? {}, namedPersonas(personas), guessPersona);
  const forStages = understand('stage', values.stages ?? {}, stages, guessStage);
  const decisions = values.decisions ?? {};
  return {
    lexicons: {
      personas: forPersonas.lexicon,
      stages: forStages.lexicon,
      decisions: createDecisionLexicon(new Map(Object.entries(decisions))),
    },
    mapped: {
      personas: Object.fromEntries(forPersonas.mapped),
      stages: Object.fromEntries(forStages.mapped),
      decisions,
    },
    creations: {
      // Nobody has said that the gaps of a word in a sheet matter most.
      personas: forPersonas.created.map(({ key, name }) => ({ key, name, priority: 'secondary' as const })),
      stages: forStages.created.map(({ key, name, journey = 'buyer' }) => ({ key, name, journey })),
    },
  };
};

type Choice = string | { readonly create: string; readonly journey?: Journey } | null;

const understand = (
  what: 'persona' | 'stage',
  choices: Readonly<Record<string, Choice>>,
  items: readonly Named[],
  guess: Guess
): {
  readonly lexicon: Lexicon;
  readonly mapped: ReadonlyMap<string, string | null>;
  readonly created: readonly (Creation & { readonly journey?: Journey })[];
} => {
  const mapped = new Map<string, string | null>();
  const created: (Creation & { readonly journey?: Journey })[] = [];
  const taken = new Set(items.map(({ key }) => key));
  const keyFor = (name: string, journey: Journey | undefined): string => {
    const known = [...items, ...created].find((item) => fold(item.name) === fold(name));
    if (known) return known.key;
    const key = freeKey(strings.nameToSlug(name), taken, what);
    taken.add(key);
    created.push({ key, name, ...(journey && { journey }) });
    return key;
  };
  for (const [value, choice] of Object.entries(choices)) {
    if (typeof choice === 'string' && !taken.has(choice)) {
      const field = `values.${what}s.${value}`;
      const known = items.filter(({ retired }) => !retired).map(({ key }) => key);
      throw invalid(field, `\`${field}\`: there is no ${what} "${choice}"; known: ${known.join(', ') || 'none yet'}.`, {
        known,
      });
    }
    mapped.set(value, choice === null || typeof choice === 'string' ? choice : keyFor(choice.create, choice.journey));
  }
  return { lexicon: assuming(createLexicon(items, mapped), guess), mapped, created };
};
