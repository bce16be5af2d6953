import type { AssessedEntry, Judged } from '../../core/audit/facts';
import { judgedScopes } from '../../core/audit/scopes';
import type { Dimensions } from '../../stores/audit/dimensions';
import { toRow, type NewRow } from '../../stores/audit/inventory-rows';

/** The inventory rows of an entry: its own, and one for each of its versions where its type has locales. */
export const toRows = (
  dimensions: Dimensions,
  typeNo: number,
  entry: AssessedEntry
): readonly (readonly [NewRow, Judged])[] => {
  const scopes = entry.scopes.map((scope) => dimensions.number('scope', scope));
  const described = entry.locales.length === 0 ? [entry.entry] : [entry.entry, ...entry.variants];
  return described.map((judged) => {
    const localeNo = judged.locale === null ? 0 : dimensions.number('locale', judged.locale);
    const own = judgedScopes(judged).map((scope) => dimensions.number('scope', scope));
    return [toRow(typeNo, localeNo, entry, judged, [...scopes, ...own]), judged];
  });
};
