import { useCallback, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { HeatmapModel } from './heatmap-model';
import { gridOf } from './grid';
import { moveInGrid } from './move-in-grid';

/** What each focusable thing of the grid spreads onto itself. */
export type FocusProps = (id: string) => {
  readonly 'data-cell': string;
  readonly tabIndex: 0 | -1;
  readonly onFocus: () => void;
};

/** One tab stop for the whole matrix; arrow keys, Home and End move inside it. */
export const useRovingFocus = (model: HeatmapModel) => {
  const table = useRef<HTMLTableElement>(null);
  const column = useRef<number>();
  const grid = useMemo(() => gridOf(model), [model]);
  const [remembered, setRemembered] = useState<string>();
  const isThere = remembered !== undefined && grid.some((ids) => ids.includes(remembered));
  // The first cell: headings are reached from there.
  const active = isThere
    ? remembered
    : (grid
        .slice(1)
        .flatMap((ids) => ids.slice(1))
        .find(isId) ?? grid.flat().find(isId));

  const onKeyDown = (event: KeyboardEvent) => {
    const focused = event.target instanceof HTMLElement ? event.target.dataset['cell'] : undefined;
    if (focused === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const target = moveInGrid(grid, focused, event.key, column.current);
    if (target === null) return;
    event.preventDefault();
    const columns = grid.find((ids) => ids.includes(target))?.flatMap((id, at) => (id === target ? [at] : [])) ?? [];
    if (column.current === undefined || !columns.includes(column.current)) column.current = columns[0];
    focusCell(table.current, target);
  };

  const focusProps: FocusProps = useCallback(
    (id) => ({ 'data-cell': id, tabIndex: id === active ? 0 : -1, onFocus: () => setRemembered(id) }),
    [active]
  );

  return { table, onKeyDown, focusProps };
};

const isId = (id: string | null): id is string => id !== null;

/** Puts the focus on a cell by its id; whether there is one. */
export const focusCell = (root: ParentNode | null, id: string): boolean => {
  const cell = cellElement(root, id);
  cell?.focus();
  return cell !== undefined;
};

/** A cell's element by its id, which may come from the URL and so must not become part of a selector. */
export const cellElement = (root: ParentNode | null, id: string): HTMLElement | undefined =>
  [...(root?.querySelectorAll<HTMLElement>('[data-cell]') ?? [])].find(({ dataset }) => dataset['cell'] === id);
