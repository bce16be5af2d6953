import { useCallback, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { HeatmapModel } from './heatmap-model';
import { gridOf } from './heatmap-model';
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
  const grid = useMemo(() => gridOf(model), [model]);
  const [remembered, setRemembered] = useState<string>();
  const active = remembered !== undefined && grid.some((ids) => ids.includes(remembered)) ? remembered : grid[0]?.[0];

  const onKeyDown = (event: KeyboardEvent) => {
    if (active === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const target = moveInGrid(grid, active, event.key);
    if (target === null) return;
    event.preventDefault();
    focusCell(table.current, target);
  };

  const focusProps: FocusProps = useCallback(
    (id) => ({ 'data-cell': id, tabIndex: id === active ? 0 : -1, onFocus: () => setRemembered(id) }),
    [active]
  );

  return { table, onKeyDown, focusProps };
};

/** Puts the focus on a cell by its id; also how the drawer gives it back. */
export const focusCell = (root: ParentNode | null, id: string): void => cellElement(root, id)?.focus();

/** A cell's element by its id, which may come from the URL and so must not become part of a selector. */
export const cellElement = (root: ParentNode | null, id: string): HTMLElement | undefined =>
  [...(root?.querySelectorAll<HTMLElement>('[data-cell]') ?? [])].find(({ dataset }) => dataset['cell'] === id);
