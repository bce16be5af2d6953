import type { Column } from './columns';
import type { HeatmapModel } from './heatmap-model';

const PERSONA = 15;
const SPACING = 0.6;
/** Rem that a column needs at least. */
const WIDTHS = {
  stage: 8.2,
  journey: 17,
  purchase: 6.4,
  'stage-not-set': 6.4,
  total: 6.4,
} satisfies Record<Column['kind'], number>;
/** A cell of one line: number and words side by side. */
const DENSE_STAGE = 10.8;

/** Below this width the table scrolls sideways instead of squeezing its words. */
export const minWidthOf = ({ columns, dense }: HeatmapModel) => {
  const widthOf = (kind: Column['kind']) => (dense && kind === 'stage' ? DENSE_STAGE : WIDTHS[kind]);
  const width = columns.reduce((sum, { kind }) => sum + widthOf(kind) + SPACING, PERSONA + 2 * SPACING);
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
