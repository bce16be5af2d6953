import type { Core } from '@strapi/strapi';
import type { InventoryRow } from '../../core/api';
import { byCalendarMonth } from '../../core/consumption/month';
import { countedOnce } from '../../core/evidence/counted-once';
import { dayAt, isoDay } from '../../core/evidence/day';
import type { CountedRow } from '../../core/exports/consumption';
import { readCountsOf } from '../../stores/consumption/counts';
import { importIdOf, versionKey } from '../../stores/consumption/keys';
import { yieldToHost } from '../audit/pace';
import { loadMeasuring } from '../evidence/measuring';
import { readSharedFacts } from './evidence-facts';
import { DEFAULT_POLICY } from '../../core/policy';

/** Of so many entries counts are read at once: a year of days of each is much. */
const ENTRIES = 20;

/** What each source that still counts has counted of the entries, by calendar month where it knows single days. */
export async function* countedRows(strapi: Core.Strapi, rows: AsyncIterable<InventoryRow>): AsyncGenerator<CountedRow> {
  const today = dayAt(Date.now());
  const { counts, covering } = await loadMeasuring(strapi, [], DEFAULT_POLICY, today);
  const { sourceName } = await readSharedFacts(strapi);

  async function* ofSome(entries: readonly InventoryRow[]): AsyncGenerator<CountedRow> {
    for (const uid of new Set(entries.map((entry) => entry.uid))) {
      const own = entries.filter((entry) => entry.uid === uid);
      const ids = [...new Set(own.map(({ documentId }) => documentId))];
      const counted = await readCountsOf(strapi, uid, ids, 0);
      for (const entry of own) {
        const locale = entry.locale ?? '';
        const found = counted.get(versionKey(entry.documentId, locale))?.filter(({ source }) => counts(source)) ?? [];
        const once = countedOnce(found, covering(uid, locale).imports);
        for (const one of byCalendarMonth(once, today, (source) => importIdOf(source) === null)) {
          const [from, to] = [isoDay(one.from), isoDay(one.to)];
          const isRepeated = one.isRepeated === true;
          yield { entry, source: sourceName(one.source), from, to, views: one.views, isRepeated };
        }
      }
    }
  }

  let some: InventoryRow[] = [];
  for await (const row of rows) {
    some.push(row);
    if (some.length < ENTRIES) continue;
    yield* ofSome(some);
    await yieldToHost();
    some = [];
  }
  yield* ofSome(some);
}
