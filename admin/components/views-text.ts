import { knownViews } from '../../server/core/consumption-api';
import type { useText } from './text';

/** "12 views", or "12 or more views" where some are not known. */
export const viewsText = (
  text: ReturnType<typeof useText>,
  known: { readonly views: number | null; readonly isPartial?: boolean }
): string => {
  const views = knownViews(known);
  if (views === null) return text(known.isPartial ? 'demand.notKnown' : 'grade.unmeasured');
  return text(known.isPartial ? 'entry.views.atLeast' : 'entry.views', { views });
};
