import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { isOneOf, type Documents } from '../library/access';
import { succeeded } from '../core/rules';
import type { Rule } from '../core/rules-api';
import { textOf } from './keyed';
import { ownUid, rows } from './tables';

/** Placement rules in their order. */
export const createRuleStore = (strapi: Core.Strapi) => {
  const query = () => strapi.db.query(ownUid('rule'));
  const list = async (uid?: string): Promise<readonly Rule[]> => {
    const found = (await query().findMany({
      where: uid === undefined ? {} : { entryUid: uid },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    })) as readonly Row[];
    return found.flatMap(read);
  };
  const replace = async (rules: readonly Rule[]): Promise<void> => {
    await query().deleteMany({ where: {} });
    for (const [position, { key, contentType, ...definition }] of rules.entries()) {
      await query().create({ data: { key, entryUid: contentType, position, definition } });
    }
  };
  return {
    /** All, or those of one content type. */
    list,
    /** Makes the list what is said. */
    replace,
    /** A persona or stage has gone: rules give its successor instead, or nothing. */
    succeed: async (side: 'personas' | 'stages', key: string, successor: string | null): Promise<void> => {
      const rules = await list();
      if (rules.some((rule) => rule[side].includes(key))) await replace(succeeded(rules, side, key, successor));
    },
    /** Entries of a type placed by rules, by the rules' keys as tags and exclusions name them; `documents`: only those. */
    entries: async (
      trx: Knex.Transaction,
      uid: string,
      documents: Documents | null
    ): Promise<ReadonlyMap<string, number>> => {
      const counts = new Map<string, number>();
      for (const name of ['tag', 'exclusion'] as const) {
        const placed = rows(strapi, trx, name).where({ entry_uid: uid }).whereNot('rule', '');
        if (documents) void placed.whereRaw(...isOneOf('entry_document_id', documents));
        const found: readonly { readonly rule: string; readonly entries: number | string }[] = await trx
          .from(placed.distinct('entry_document_id', 'rule').as('placed'))
          .groupBy('rule')
          .select('rule')
          .count({ entries: '*' });
        for (const { rule, entries } of found) counts.set(rule, (counts.get(rule) ?? 0) + Number(entries));
      }
      return counts;
    },
  };
};

/** A rule that an import left without its parts says nothing. */
const read = (row: Row): readonly Rule[] =>
  row.definition === null ? [] : [{ ...row.definition, key: textOf(row.key), contentType: textOf(row.entryUid) }];

interface Row {
  readonly key: unknown;
  readonly entryUid: unknown;
  readonly definition: Omit<Rule, 'key' | 'contentType'> | null;
}
