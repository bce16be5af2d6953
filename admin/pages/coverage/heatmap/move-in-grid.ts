/** Ids of what can be focused, row by row; `null` where nothing can, the same id in each column that it spans. */
export type Grid = readonly (readonly (string | null)[])[];

const STEPS = {
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
} as const;

/**
 * Where a key leads from a cell: to the next one in its direction, over what cannot be focused; stays at the edges, Home
 * and End stay in the row; `null` for keys that do not move. `column` is the one in which somebody came, so that the way
 * through a cell that spans several goes on straight.
 */
export const moveInGrid = (grid: Grid, from: string, key: string, column?: number): string | null => {
  const row = grid.findIndex((ids) => ids.includes(from));
  const ids = grid[row];
  if (!ids) return null;
  if (key === 'Home') return ids.find((id) => id !== null) ?? null;
  if (key === 'End') return ids.filter((id) => id !== null).at(-1) ?? null;
  if (!isStep(key)) return null;
  const [down, right] = STEPS[key];
  let [y, x] = [row, column !== undefined && ids[column] === from ? column : ids.indexOf(from)];
  for (;;) {
    y += down;
    x += right;
    const next = grid[y]?.[x];
    if (next === undefined) return from;
    if (next !== null && next !== from) return next;
  }
};

const isStep = (key: string): key is keyof typeof STEPS => key in STEPS;
