import { loosePathOf } from '../import/url';

/** A section of the site that moved: what began with `from` begins with `to` now. `''`: the whole site. */
export interface MovedSection {
  /** Without a slash at its end; a segment `*` stands for any one. */
  readonly from: string;
  readonly to: string;
}

/** Paths under which what is visited at a path may stand now: by the most exact sections first, those of equal ones together. */
export type MovesOf = (path: string) => readonly (readonly string[])[];

/** Finds them by sections, of which several may begin alike. */
export const createMoves = (sections: readonly MovedSection[]): MovesOf => {
  const levels = new Map<number, Section[]>();
  for (const { from, to } of sections) {
    const section = { from: segmentsOf(from), to };
    const level = exactness(section.from);
    levels.set(level, [...(levels.get(level) ?? []), section]);
  }
  const sorted = [...levels].sort(([a], [b]) => b - a).map(([, level]) => level);
  return (path) => {
    if (sorted.length === 0) return NO_MOVES;
    const own = path.split('/').filter(Boolean);
    return sorted.flatMap((level) => {
      const candidates = new Set(level.flatMap(({ from, to }) => movedFrom(own, from, to) ?? []));
      candidates.delete(path);
      return candidates.size === 0 ? [] : [[...candidates]];
    });
  };
};

const NO_MOVES: ReturnType<MovesOf> = [];

interface Section {
  readonly from: readonly string[];
  readonly to: string;
}

/** Segments of a path as paths are compared. */
export const segmentsOf = (path: string): readonly string[] => loosePathOf(path).split('/').filter(Boolean);

export const ANY_SEGMENT = '*';

/** Longer prefixes first, of these those with fewer stars. */
const exactness = (from: readonly string[]): number =>
  from.reduce((sum, segment) => sum + (segment === ANY_SEGMENT ? 1 : 1.01), 0);

const movedFrom = (own: readonly string[], from: readonly string[], to: string): string | null => {
  if (own.length < from.length) return null;
  const begins = from.every(
    (segment, at) => segment === ANY_SEGMENT || segment === (own[at] ?? '').normalize('NFC').toLowerCase()
  );
  return begins ? `${to}/${own.slice(from.length).join('/')}`.replace(/(?<=.)\/$/, '') : null;
};
