import type { InventoryQuery } from '../../core/api';
import { countScopes } from '../../core/coverage/snapshot';
import { scopesOf } from './scopes-of';
import type { View } from './view';

/** The number of entries of a list that the snapshot knows, or `null` where only counting rows tells. */
export const snapshotTotal = (view: View, query: InventoryQuery): number | null => {
  const { snapshot } = view;
  const scopes = scopesOf(query, snapshot.axes);
  const [scope] = scopes?.[0] ?? [];
  if (scopes?.length !== 1 || scope === undefined) return null;
  if (query.status !== undefined || query.owner !== undefined || query.search !== undefined) return null;
  // Findings and age are judged over all versions of an entry.
  if (query.finding !== undefined && !view.isWhole) return null;
  const count = countScopes(snapshot, view.counting(query.counted ?? 'all')).get(scope) ?? { current: 0, old: 0 };
  return query.age === undefined ? count.current + count.old : count[query.age];
};
