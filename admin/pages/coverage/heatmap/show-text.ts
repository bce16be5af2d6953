import type { TextKey } from '../../../components/text';
import type { Shown } from '../coverage-url';

/** What the table is, for those who cannot see it. */
export const CAPTION_TEXT = {
  coverage: 'heatmap.caption',
  views: 'demand.views.caption',
  'never-consumed': 'demand.never.caption',
} as const satisfies Record<Shown, TextKey>;

/** What the totals add up. */
export const TOTAL_TEXT = {
  coverage: 'total.title',
  views: 'demand.views.total',
  'never-consumed': 'demand.never.total',
} as const satisfies Record<Shown, TextKey>;
