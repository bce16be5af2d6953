import type { Core } from '@strapi/strapi';
import type { ReadRules } from './permission-rules';
import { typeColumns, type AuditedType } from './type-columns';

/** A type, and what a user may read of it: `rows` is what its rows have to meet. */
interface Readable extends Pick<ReadRules, 'sees'> {
  readonly type: AuditedType;
  readonly rows: object;
}

/** Titles of some entries of a type by document ID, in versions that the user may read; none where the field is hidden. */
export const titlesOf = async (
  strapi: Core.Strapi,
  { type, rows, sees }: Readable,
  documentIds: readonly string[]
): Promise<ReadonlyMap<string, string>> => {
  const [titleField] = (await typeColumns(strapi, type)).fields.title;
  if (titleField === undefined || !sees(titleField)) return new Map();
  const found = (await strapi.db.query(type.uid).findMany({
    where: { $and: [{ documentId: { $in: [...documentIds] } }, rows] },
    select: ['documentId', titleField],
    orderBy: { id: 'asc' },
  })) as readonly Readonly<Record<string, unknown>>[];
  return new Map(
    found.flatMap(({ documentId, [titleField]: text }) =>
      typeof text === 'string' ? [[String(documentId), text]] : []
    )
  );
};
