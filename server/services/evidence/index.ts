import type { Core } from '@strapi/strapi';
import type { EntryEvidenceBody, NeverConsumedBody, NeverConsumedQuery } from '../../core/consumption-api';
import { countScopes } from '../../core/coverage/snapshot';
import { UNMEASURED_REASONS } from '../../core/evidence/evidence';
import { NOT_MEASURED } from '../../core/evidence/not-measured';
import { evidenceNos, MEASURED_GRADES, type EvidenceQuery } from '../../core/evidence/state';
import type { EntryRef } from '../../core/vocabulary';
import type { UserAbility } from '../../library/access';
import { COUNT_LIMIT, countRows } from '../../stores/audit/inventory-list';
import { inTransaction } from '../../stores/transaction';
import { entryRows } from '../reading/entry-rows';
import { prepareList, type PreparedList } from '../reading/list-filter';
import { evidenceScopeOf } from '../reading/total';
import { newestView, openView } from '../reading/view';
import { readEntryDays } from './days';

/** What is consumed and what is not, and how we know. */
export const createEvidenceService = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** The sizes of the groups on the Never consumed page: of its lists, as the user sees them. */
  async neverConsumed(query: NeverConsumedQuery, ability: UserAbility): Promise<NeverConsumedBody> {
    const view = await openView(strapi, query, ability);
    const { audit: _audit, contentType: _type, locale: _locale, ...filter } = query;
    const isView = Object.values(filter).every((asked) => asked === undefined);
    const counts =
      view.isWhole && view.isOpen && isView ? countScopes(view.snapshot, view.counting('published')) : null;
    let isExact = true;
    let list: PreparedList | undefined;
    const entriesIn = async (asked: EvidenceQuery): Promise<number> => {
      const scope = evidenceScopeOf(asked);
      if (counts !== null && scope !== null) {
        const { current, old } = counts.get(scope) ?? { current: 0, old: 0 };
        return current + old;
      }
      // Judged over all versions and entries: for a user of some of them only the rows themselves tell.
      list ??= await prepareList(strapi, view, { ...query, counted: 'published' });
      if (list.filter === null) return 0;
      const rows = { ...list.filter, evidenceNos: evidenceNos(asked) };
      const counted = await inTransaction(strapi, (trx) => countRows(trx, rows));
      isExact &&= counted < COUNT_LIMIT && list.unfinished === null;
      return counted;
    };
    const neverConsumed = await entriesIn({ silence: 'never-viewed' });
    let measured = 0;
    for (const evidence of MEASURED_GRADES) measured += await entriesIn({ evidence });
    const causes: NeverConsumedBody['cannotJudge'][number][] = [];
    for (const reason of UNMEASURED_REASONS) {
      causes.push({ reason, entries: await entriesIn({ silence: 'cannot-judge', evidenceReason: reason }) });
    }
    const [watching, kept] = [await entriesIn({ silence: 'watching' }), await entriesIn({ silence: 'kept' })];
    return {
      auditedAt: view.audit.startedAt,
      isExact,
      measured,
      neverConsumed,
      watching,
      cannotJudge: causes.filter(({ entries }) => entries > 0),
      kept,
    };
  },

  /** What is known of one entry that the user may read, by the newest audit, and day by day until today. */
  async entry(entry: EntryRef, ability: UserAbility): Promise<EntryEvidenceBody> {
    const view = await newestView(strapi, {}, ability);
    const type = view?.types.find(({ uid }) => uid === entry.uid);
    const own = view !== null && type !== undefined ? { ...view, types: [type] } : null;
    const [row] = own === null ? [] : await entryRows(strapi, own, entry, 'entry');
    const versions = own === null || row === undefined ? [] : await entryRows(strapi, own, entry, 'locale');
    const published = versions.filter(({ status }) => status !== 'draft');
    return {
      ...entry,
      evidence: row?.evidence ?? NOT_MEASURED,
      versions: published.flatMap(({ locale, evidence }) => (locale === null ? [] : [{ locale, evidence }])),
      ...(await readEntryDays(strapi, entry, published)),
      auditedAt: row === undefined ? null : (view?.audit.startedAt ?? null),
    };
  },
});
