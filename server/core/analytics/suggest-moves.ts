import { entryKey } from '../vocabulary';
import type { PerhapsMoved } from './ends';
import type { SuggestedMoveBody } from '../analytics-api';
import { ANY_SEGMENT, segmentsOf, type MovedSection } from './moved-section';

/** Fewer are mapped by hand. */
const FEWEST = 3;
const MOST = 5;

/** The moved sections that explain most paths of a file, each path counted for one of them. */
export const suggestMoves = (found: readonly PerhapsMoved[]): readonly SuggestedMoveBody[] => {
  const groups = new Map<string, Group>();
  for (const { path, views, versions } of found) {
    for (const version of versions) {
      const section = sectionBetween(path, version.path ?? '');
      if (section === null) continue;
      const key = `${section.from} ${section.to}`;
      const group = groups.get(key) ?? { section, paths: new Map() };
      groups.set(key, group);
      group.paths.set(path, { views, entry: entryKey(version) });
    }
  }
  const taken = new Set<string>();
  const suggested: SuggestedMoveBody[] = [];
  for (const { section, paths } of [...groups.values()].sort(byPaths)) {
    const left = [...paths].filter(([path]) => !taken.has(path));
    if (left.length < FEWEST || suggested.length === MOST) continue;
    for (const [path] of left) taken.add(path);
    suggested.push({
      ...section,
      paths: left.length,
      views: left.reduce((sum, [, { views }]) => sum + views, 0),
      entries: new Set(left.map(([, { entry }]) => entry)).size,
    });
  }
  return suggested;
};

/** What stands before the end that both paths share. Years, months and days in front are any. */
const sectionBetween = (path: string, now: string): MovedSection | null => {
  const [a, b] = [segmentsOf(path), segmentsOf(now)];
  let same = 0;
  while (same < Math.min(a.length, b.length) && a.at(-1 - same) === b.at(-1 - same)) same += 1;
  if (same === 0) return null;
  const from = a.slice(0, a.length - same).map((segment) => (/^\d+$/.test(segment) ? ANY_SEGMENT : segment));
  const to = now
    .split('/')
    .filter(Boolean)
    .slice(0, b.length - same);
  const section = { from: prefixOf(from), to: prefixOf(to) };
  return section.from === section.to ? null : section;
};

const prefixOf = (segments: readonly string[]): string => segments.map((segment) => `/${segment}`).join('');

interface Group {
  readonly section: MovedSection;
  readonly paths: Map<string, { readonly views: number; readonly entry: string }>;
}

const byPaths = (a: Group, b: Group): number =>
  b.paths.size - a.paths.size ||
  a.section.from.length - b.section.from.length ||
  (a.section.from < b.section.from ? -1 : 1);
