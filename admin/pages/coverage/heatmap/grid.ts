import { EVERYONE, NOT_SET } from '../../../../server/core/vocabulary';
import { selectionId } from '../selection';
import { TOTAL, type Column } from './columns';
import { cellId, type HeatmapModel } from './heatmap-model';
import type { Grid } from './move-in-grid';

/** The ids of what a quiet row holds: the button that shows its cells, and what is for everyone instead. */
export const quietIds = (persona: string) => ({ toggle: `${persona}/*quiet`, everyone: `${persona}/*everyone` });

/** All that can be focused, headings included, as it is drawn: for moving with the arrow keys. */
export const gridOf = (model: HeatmapModel): Grid => {
  const { columns, quiet } = model;
  const row = (head: string | null, idIn: (column: Column) => string | null) => [head, ...columns.map(idIn)];
  const cells = (persona: string) => (column: Column) => cellId(persona, column.key);
  const headOf = (persona: string) => selectionId({ kind: 'persona', persona });

  const personaRow = (persona: string) =>
    row(headOf(persona), (column) =>
      column.kind === 'purchase' && model.handoff(persona) === undefined ? null : cellId(persona, column.key)
    );
  const spanned = columns.filter(isSpanned);
  const quietRow = (persona: string) => {
    const { toggle, everyone } = quietIds(persona);
    return row(headOf(persona), (column) => {
      if (!isSpanned(column)) return cellId(persona, column.key);
      return column === spanned.at(-1) && model.showsEveryone && spanned.length > 1 ? everyone : toggle;
    });
  };
  const quietRows = quiet.isShown
    ? quiet.personas.map(({ key }) => (quiet.isOpen(key) ? personaRow(key) : quietRow(key)))
    : [];
  const without = (kinds: readonly Column['kind'][], persona: string) => (column: Column) =>
    kinds.includes(column.kind) ? null : cells(persona)(column);

  return [
    row(null, ({ kind, key }) => (kind === 'stage' ? selectionId({ kind: 'stage', stage: key }) : null)),
    ...model.groups.flatMap(({ personas }) => personas.map(({ key }) => personaRow(key))),
    ...(quiet.isFolded ? [] : quietRows),
    ...(model.showsEveryone ? [row(null, without(['purchase'], EVERYONE))] : []),
    // What has neither side is in no cell and no total of one.
    ...(model.showsPersonaNotSet ? [row(null, without(['purchase', 'stage-not-set'], NOT_SET))] : []),
    row(null, without(['purchase', 'total'], TOTAL)),
    ...(quiet.isFolded ? quietRows : []),
  ];
};

/** Columns over which a quiet row says that there is nothing; beside them it is like any other. */
export const isSpanned = ({ kind }: Column): boolean => kind !== 'stage-not-set' && kind !== 'total';
