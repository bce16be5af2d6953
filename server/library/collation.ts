import type { Core } from '@strapi/strapi';

/** How texts of a column compare, by MySQL's names. */
export interface Collation {
  readonly charset: string;
  readonly name: string;
}

/**
 * How a type's document IDs compare on MySQL and MariaDB, which refuse to compare two columns of different collations:
 * ours are as new as the plugin, the host's may be older than the server's default. `null` on other databases.
 */
export const collationOf = async (strapi: Core.Strapi, uid: string): Promise<Collation | null> => {
  if (strapi.db.dialect.client !== 'mysql') return null;
  const row: Row | undefined = await strapi.db.connection
    .from('information_schema.columns')
    .whereRaw('table_schema = database()')
    .where({ table_name: strapi.db.metadata.get(uid).tableName, column_name: 'document_id' })
    .first({ charset: 'character_set_name', name: 'collation_name' });
  return row ?? null;
};

/** A text column as it compares in a collation, as SQL that takes the column as `??`. */
export const inCollation = ({ charset, name }: Collation): string =>
  `convert(?? using ${word(charset)}) collate ${word(name)}`;

/** Names of the database's own, which it takes nowhere as parameters. */
const word = (name: string): string => name.replace(/\W/g, '');

interface Row {
  readonly charset: string;
  readonly name: string;
}
