import type { Core } from '@strapi/strapi';
import type { InventoryRow } from '../../core/api';
import type { Axes } from '../../core/axes';
import type { NamedDecision } from '../../core/decisions-api';
import { entryKey, type EntryRef } from '../../core/vocabulary';
import type { UserAbility } from '../../library/access';
import { readStatesOf, UNTOUCHED, type EntryState } from '../../stores/entry-states';
import { inTransaction } from '../../stores/transaction';
import { mergeNamer } from './merges';

/** So many rows are looked up at a time. */
const AT_ONCE = 200;

/**
 * An audit's rows with tags, exclusions and decisions as they are now: a sheet that is sent back says what shall be, and
 * would take back what was placed since the audit.
 */
export async function* asPlacedNow(
  strapi: Core.Strapi,
  rows: AsyncIterable<InventoryRow>,
  { stages }: Pick<Axes, 'stages'>,
  ability: UserAbility
): AsyncGenerator<InventoryRow> {
  let batch: InventoryRow[] = [];
  const placed = async (): Promise<readonly InventoryRow[]> => {
    const states = await statesOf(strapi, batch);
    const shown = await stateReader(strapi, states, stages, ability);
    return batch.map((row) => ({ ...row, ...shown(states.get(entryKey(row)) ?? UNTOUCHED) }));
  };
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < AT_ONCE) continue;
    yield* await placed();
    batch = [];
  }
  yield* await placed();
}

/** What is stored about an entry, one of some, as rows show it to a user. */
export const stateReader = async (
  strapi: Core.Strapi,
  states: ReadonlyMap<string, EntryState>,
  stages: Axes['stages'],
  ability: UserAbility
) => {
  const journeys = new Map(stages.map(({ key, journey }) => [key, journey]));
  const decisions = [...states.values()].map(({ decision }) => decision);
  const name = await mergeNamer(strapi, decisions, ability);
  return ({ tags, excluded, decision }: EntryState) => ({
    tags: tags.map(({ persona, stage, origin }) => ({
      persona,
      stage,
      journey: stage === null ? null : (journeys.get(stage) ?? null),
      origin,
    })),
    excluded: excluded?.reason ?? null,
    decision: decision && decided(name(decision)),
  });
};

/** Without who decided, and when. */
const decided = ({ kind, mergeInto, note, owner, due }: NamedDecision): NamedDecision => ({
  kind,
  mergeInto,
  note,
  owner,
  due,
});

/** What is stored about the entries of some rows now; those without anything are absent. */
export const statesOf = (strapi: Core.Strapi, rows: readonly EntryRef[]): Promise<ReadonlyMap<string, EntryState>> =>
  inTransaction(strapi, async (trx) => {
    const states = new Map<string, EntryState>();
    for (const uid of new Set(rows.map((row) => row.uid))) {
      const ids = rows.flatMap((row) => (row.uid === uid ? [row.documentId] : []));
      for (const [documentId, state] of await readStatesOf(strapi, trx, uid, ids)) {
        states.set(entryKey({ uid, documentId }), state);
      }
    }
    return states;
  });
