import type { Core } from '@strapi/strapi';
import type { InventoryRow } from '../../core/api';
import { byCalendarMonth } from '../../core/consumption/month';
import { countedOnce } from '../../core/evidence/counted-once';
import { dayAt, isoDay } from '../../core/evidence/day';
import type { CountedRow } from '../../core/exports/consumption';
import { readCountsOf } from '../../stores/consumption/counts';
import { importIdOf, versionKey } from '../../stores/consumption/keys';
import { readDoubtedPathsOf } from '../../stores/consumption/other-paths';
import { yieldToHost } from '../audit/pace';
import { loadMeasuring } from '../evidence/measuring';
import { byVersion, judgeDoubts } from '../evidence/stretch';
import { readSharedFacts } from './evidence-facts';
import { DEFAULT_POLICY } from '../../core/policy';

/** Of so many entries counts are read at once: a year of days of each is much. */
const ENTRIES = 20;

/** What each source that still counts has counted of the entries, by calendar month where it knows single days. */
export async function* countedRows(strapi: Core.Strapi, rows: AsyncIterable<InventoryRow>): AsyncGenerator<CountedRow> {
  const today = dayAt(Date.now());
  const measuring = await loadMeasuring(strapi, [], DEFAULT_POLICY, today);
  const { sourceName } = await readSharedFacts(strapi);

  async function* ofSome(entries: readonly InventoryRow[]): AsyncGenerator<CountedRow> {
    for (const uid of new Set(entries.map((entry) => entry.uid))) {
      const own = entries.filter((entry) => entry.uid === uid);
      const ids = [...new Set(own.map(({ documentId }) => documentId))];
      const counted = await readCountsOf(strapi, uid, ids, 0);
      const doubted = byVersion(await readDoubtedPathsOf(strapi, uid, ids));
      for (const entry of own) {
        const locale = entry.locale ?? '';
        const key = versionKey(entry.documentId, locale);
        const settled = judgeDoubts(doubted.get(key) ?? [], { ...entry, locale }, measuring);
        const found = [...(counted.get(key) ?? []).filter(({ source }) => measuring.counts(source)), ...settled.counts];
        const once = countedOnce(found, measuring.covering(uid, locale).imports);
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
