import type { Core } from '@strapi/strapi';
import { nameable } from './nameable';

/** A version of an entry, and what its fields say. */
export interface VersionTexts {
  readonly rowId: number;
  readonly documentId: string;
  readonly says: ReadonlyMap<string, readonly string[]>;
}

const CHUNK = 500;

/** Document IDs of a type in the database's own order, in parts: of the rows that meet a filter. */
export async function* documentsOf(
  strapi: Core.Strapi,
  uid: string,
  rows: object = {},
  most = Infinity
): AsyncGenerator<readonly string[]> {
  let left = most;
  for (let after: string | undefined = ''; after !== undefined && left > 0;) {
    const found: readonly { readonly documentId: string }[] = await strapi.db.query(uid).findMany({
      where: { $and: [{ documentId: { $gt: after } }, rows] },
      select: ['documentId'],
      orderBy: { documentId: 'asc' },
      limit: CHUNK,
    });
    const ids = [...new Set(found.map(({ documentId }) => documentId))].slice(0, left);
    if (ids.length > 0) yield ids;
    left -= ids.length;
    after = found.length < CHUNK ? undefined : ids.at(-1);
  }
}

/** What the versions of some entries say in some fields: of the rows that meet a filter. */
export const textsAmong = async (
  strapi: Core.Strapi,
  uid: string,
  documentIds: readonly string[],
  rows: object,
  fields: readonly string[]
): Promise<readonly VersionTexts[]> => {
  // A field that is gone from the type, or that rules must not compare, says nothing.
  const known = fields.flatMap((field) => nameable(strapi, uid, 'rule', field, 'system') ?? []);
  const steps = new Map<string, string[]>();
  for (const { field, step } of known) {
    if (step !== null) steps.set(field, [...(steps.get(field) ?? []), step.inner]);
  }
  const found = (await strapi.db.query(uid).findMany({
    where: { $and: [{ documentId: { $in: [...documentIds] } }, rows] },
    select: ['id', 'documentId', ...known.flatMap(({ field, step }) => (step === null ? [field] : []))],
    populate: Object.fromEntries([...steps].map(([name, inner]) => [name, { select: inner }])),
  })) as readonly Readonly<Record<string, unknown>>[];
  return found.map((row) => ({
    rowId: Number(row['id']),
    documentId: String(row['documentId']),
    says: new Map(known.map(({ name, field, step }) => [name, textsOf(row[field], step?.inner)])),
  }));
};

/** Of JSON only texts and lists of texts: what stands deeper, nobody chose as a value. */
const textsOf = (value: unknown, inner: string | undefined): readonly string[] => {
  if (inner === undefined) return (Array.isArray(value) ? value : [value]).flatMap(textIn);
  if (Array.isArray(value)) return value.flatMap((one) => textsOf(one, inner));
  return typeof value === 'object' && value !== null ? textsOf(valueAt(value, inner), undefined) : [];
};

const textIn = (value: unknown): readonly string[] =>
  typeof value === 'string' && value !== '' ? [value] : typeof value === 'boolean' ? [String(value)] : [];

const valueAt = (value: object, name: string): unknown => (value as Readonly<Record<string, unknown>>)[name];
