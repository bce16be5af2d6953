const STEPS = {
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
} as const;

/** Where a key leads from a cell: stops at the edges, Home and End stay in the row; `null` for keys that do not move. */
export const moveInGrid = (grid: readonly (readonly string[])[], from: string, key: string): string | null => {
  const row = grid.findIndex((cells) => cells.includes(from));
  const cells = grid[row];
  if (!cells) return null;
  if (key === 'Home') return cells[0] ?? null;
  if (key === 'End') return cells.at(-1) ?? null;
  if (!isStep(key)) return null;
  const [down, right] = STEPS[key];
  return grid[row + down]?.[cells.indexOf(from) + right] ?? from;
};

const isStep = (key: string): key is keyof typeof STEPS => key in STEPS;
