import type { Column } from './columns';
import type { HeatmapModel } from './heatmap-model';

const PERSONA = 13.8;
const SPACING = 0.6;
/** Rem that a column needs at least. */
const WIDTHS = {
  stage: 8.5,
  journey: 17,
  purchase: 6.2,
  'stage-not-set': 6,
  total: 5.8,
} satisfies Record<Column['kind'], number>;

/** Below this width the table scrolls sideways instead of squeezing its words. */
export const minWidthOf = ({ columns }: HeatmapModel) => {
  const width = columns.reduce((sum, { kind }) => sum + WIDTHS[kind] + SPACING, PERSONA + 2 * SPACING);
  return `${width}rem`;
};

/** Equal columns for all stages: the eye compares fields of one size. Collapsed journeys share the width only among themselves. */
export const ColumnWidths = ({ model: { columns } }: { readonly model: HeatmapModel }) => {
  const widest = columns.some(({ kind }) => kind === 'stage') ? 'stage' : 'journey';
  return (
    <colgroup>
      <col style={{ width: `${PERSONA}rem` }} />
      {columns.map(({ kind, key }) => (
        <col key={key} {...(kind !== widest && { style: { width: `${WIDTHS[kind]}rem` } })} />
      ))}
    </colgroup>
  );
};
