import type { Column } from './columns';
import type { HeatmapModel } from './heatmap-model';

const PERSONA = 15;
const SPACING = 0.6;
/** Rem that a column needs at least. */
const WIDTHS = {
  stage: 8.2,
  journey: 14,
  purchase: 6.4,
  'stage-not-set': 6.4,
  total: 6.4,
} satisfies Record<Column['kind'], number>;

/** Below this width the table scrolls sideways instead of squeezing its words. */
export const minWidthOf = ({ columns }: HeatmapModel) => {
  const width = columns.reduce((sum, { kind }) => sum + WIDTHS[kind] + SPACING, PERSONA + 2 * SPACING);
  return `${width}rem`;
};

/** Equal columns for all stages: the eye compares fields of one size. */
export const ColumnWidths = ({ model: { columns } }: { readonly model: HeatmapModel }) => (
  <colgroup>
    <col style={{ width: `${PERSONA}rem` }} />
    {columns.map(({ kind, key }) => (
      <col key={key} {...(!takesTheRest(kind) && { style: { width: `${WIDTHS[kind]}rem` } })} />
    ))}
  </colgroup>
);

const takesTheRest = (kind: Column['kind']): boolean => kind === 'stage' || kind === 'journey';
