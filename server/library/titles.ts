import type { Core } from '@strapi/strapi';
import type { ReadRules } from './permission-rules';
import { typeColumns, type AuditedType } from './type-columns';

/** Titles of some entries of a type by document ID, in versions that the user may read; none where the field is hidden. */
export const titlesOf = async (
  strapi: Core.Strapi,
  rules: ReadRules,
  type: AuditedType,
  documentIds: readonly string[]
): Promise<ReadonlyMap<string, string>> => {
  const { table, title, titleField } = await typeColumns(strapi, type);
  if (title === null || titleField === null || !rules.sees(titleField)) return new Map();
  const { locales } = rules;
  const rows: readonly { readonly document_id: string; readonly title: unknown }[] = await strapi.db
    .getConnection(table)
    .whereIn('document_id', [...documentIds])
    .modify((query) => {
      if (type.localized && locales !== 'all') void query.whereIn('locale', [...locales]);
    })
    .orderBy('id')
    .select({ document_id: 'document_id', title });
  return new Map(
    rows.flatMap(({ document_id, title: text }) => (typeof text === 'string' ? [[document_id, text]] : []))
  );
};
