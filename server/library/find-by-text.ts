import type { Core } from '@strapi/strapi';
import { pathOf } from '../core/import/url';
import type { TypeAccess } from './access';
import { slugFields } from './address-fields';
import { columnAt, typeColumns, type AuditedType } from './type-columns';
import { loadHops, localeOf, pathOfRow, type Row } from './variant';

/** Texts by which entries are looked for, paths as `pathOf` makes them. */
export interface SoughtTexts {
  readonly url: ReadonlySet<string>;
  readonly slug: ReadonlySet<string>;
  readonly title: ReadonlySet<string>;
}

/** An entry that has a text that was sought, in one of its versions. */
export interface FoundText {
  readonly by: keyof SoughtTexts;
  readonly text: string;
  readonly documentId: string;
  /** `''` for types without locales. */
  readonly locale: string;
}

/** So many rows are read at a time. */
const ROWS = 1000;

/**
 * Reads one type from end to end, in parts, for texts that are sought: as it is now, in as many queries as it is long,
 * however much is sought. Neither fields nor locales that the user may not read are looked into.
 */
export async function* findByText(
  strapi: Core.Strapi,
  type: AuditedType,
  { visible, sees, locales }: Pick<TypeAccess, 'visible' | 'sees' | 'locales'>,
  sought: SoughtTexts
): AsyncGenerator<readonly FoundText[]> {
  const columns = await typeColumns(strapi, type);
  const readsPath = columns.path !== null && visible.path && sought.url.size > 0;
  const slugs = sought.slug.size === 0 ? [] : slugFields(strapi, type.uid, 'system').filter(({ field }) => sees(field));
  const select = {
    id: 'id',
    document_id: 'document_id',
    locale: 'locale',
    ...(columns.title !== null && visible.title && sought.title.size > 0 ? { title: columns.title } : {}),
    ...named(
      'slug',
      slugs.map((slug, at) => [String(at), columnAt(strapi, slug)] as const)
    ),
    ...(readsPath ? named('path', [...columns.pathColumns]) : {}),
  };
  for (let after = 0; ;) {
    const rows = (await strapi.db
      .getConnection(columns.table)
      .select(select)
      .where('id', '>', after)
      .orderBy('id')
      .limit(ROWS)) as readonly Row[];
    const readable = rows.filter(
      ({ locale }) => !type.localized || locales === 'all' || locales.includes(text(locale))
    );
    const hops = await loadHops(
      readsPath ? columns.pathHops : [],
      readable.map(({ id }) => id)
    );
    const found: FoundText[] = [];
    for (const row of readable) {
      const add = (by: keyof SoughtTexts, value: string): void => {
        if (value !== '' && sought[by].has(value))
          found.push({ by, text: value, documentId: row.document_id, locale: localeOf(row, type) });
      };
      add('title', text(row['title']).trim());
      slugs.forEach((_, at) => add('slug', text(row[`slug_${at}`])));
      add('url', readsPath ? pathOf(pathOfRow(row, type, columns, hops) ?? '') : '');
    }
    yield found;
    const last = rows.at(-1);
    if (last === undefined || rows.length < ROWS) return;
    after = last.id;
  }
}

const named = (
  prefix: string,
  columns: readonly (readonly [string, string | null])[]
): Readonly<Record<string, string>> =>
  Object.fromEntries(columns.flatMap(([name, column]) => (column === null ? [] : [[`${prefix}_${name}`, column]])));

const text = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
