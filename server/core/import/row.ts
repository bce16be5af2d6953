import { unguarded } from '../formula';
import type { ImportColumn } from '../import-api';
import { EXCLUSION_REASONS, type ExclusionReason } from '../vocabulary';
import { CELL_LIMIT, readCell } from './cell';
import type { ColumnMap } from './columns';
import { readExclusion } from './exclusion';
import type { Lexicon } from './lexicon';
import { shown } from './words';

/** What a row says about where its entry belongs; `undefined`: the sheet has no such column. */
export interface RowPlacement {
  readonly personas: readonly string[] | undefined;
  readonly stages: readonly string[] | undefined;
  readonly excluded: ExclusionReason | null | undefined;
}

/** A problem of a cell; `meaning` names its column. */
export interface CellProblem {
  readonly meaning: ImportColumn;
  readonly value: string;
  readonly reason: string;
}

/** The placing cells of a row, read; rows with the same cells share one of these. */
export interface ReadPlacement extends RowPlacement {
  readonly problems: readonly CellProblem[];
  readonly unknown: { readonly personas: readonly string[]; readonly stages: readonly string[] };
}

/** What finds a row's entry; `''` where the sheet says nothing. */
export type RowLocator = Readonly<Record<'document-id' | 'url' | 'slug' | 'title' | 'uid' | 'content-type', string>>;

export interface Lexicons {
  readonly personas: Lexicon;
  readonly stages: Lexicon;
}

/** Reads rows of one sheet. Sheets repeat themselves: what the same cells say is read once. */
export const createRowReader = ({ meanings }: ColumnMap, lexicons: Lexicons) => {
  const placesOf = (meaning: ImportColumn): readonly number[] =>
    meanings.flatMap((one, at) => (one === meaning ? [at] : []));
  const places = { personas: placesOf('personas'), stages: placesOf('stages'), excluded: placesOf('excluded') };
  const placing = [...places.personas, ...places.stages, ...places.excluded];
  const first = (meaning: ImportColumn): number => meanings.indexOf(meaning);
  const finding = {
    'document-id': first('document-id'),
    url: first('url'),
    slug: first('slug'),
    title: first('title'),
    uid: first('uid'),
    'content-type': first('content-type'),
  };
  const known = new Map<string, ReadPlacement>();

  const read = (cells: readonly string[]): ReadPlacement => {
    const under = (at: readonly number[]): string | undefined =>
      at.length === 0 ? undefined : at.map((one) => cells[one] ?? '').join('\n');
    const personas = readNames('personas', under(places.personas), lexicons.personas);
    const stages = readNames('stages', under(places.stages), lexicons.stages);
    const cell = under(places.excluded);
    const excluded = cell === undefined ? undefined : readExclusion(cell);
    const problems = [...personas.problems, ...stages.problems];
    if (cell !== undefined && excluded === undefined) {
      problems.push({
        meaning: 'excluded',
        value: shown(cell),
        reason: `"${shown(cell)}" is no reason; known: ${EXCLUSION_REASONS.join(', ')}.`,
      });
    }
    if (excluded && (personas.keys?.length ?? 0) + (stages.keys?.length ?? 0) > 0) {
      problems.push({
        meaning: 'excluded',
        value: excluded,
        reason: 'An entry that is not part of a journey has no personas and stages; say one or the other.',
      });
    }
    return {
      personas: personas.keys,
      stages: stages.keys,
      excluded,
      problems,
      unknown: { personas: personas.unknown, stages: stages.unknown },
    };
  };

  return {
    placement: (cells: readonly string[]): ReadPlacement => {
      const key = placing.map((at) => cells[at] ?? '').join('\u0000');
      const before = known.get(key);
      if (before !== undefined) return before;
      const made = read(cells);
      if (known.size >= KEPT) known.clear();
      known.set(key, made);
      return made;
    },
    locator: (cells: readonly string[]): RowLocator => {
      const cell = (at: number): string => (at === -1 ? '' : unguarded((cells[at] ?? '').trim()));
      return {
        'document-id': cell(finding['document-id']),
        url: cell(finding.url),
        slug: cell(finding.slug),
        title: cell(finding.title),
        uid: cell(finding.uid),
        'content-type': cell(finding['content-type']),
      };
    },
  };
};

/** So many different placements are remembered. */
const KEPT = 5000;

const readNames = (
  meaning: 'personas' | 'stages',
  cell: string | undefined,
  lexicon: Lexicon
): {
  readonly keys: readonly string[] | undefined;
  readonly unknown: readonly string[];
  readonly problems: readonly CellProblem[];
} => {
  if (cell === undefined) return { keys: undefined, unknown: [], problems: [] };
  if (cell.length > CELL_LIMIT) {
    const reason = `The cell holds ${cell.length} characters; a list of names takes at most ${CELL_LIMIT}.`;
    return { keys: [], unknown: [], problems: [{ meaning, value: shown(cell), reason }] };
  }
  const { keys, unknown, ambiguous } = readCell(cell, lexicon);
  const what = meaning === 'personas' ? 'persona' : 'stage';
  return {
    keys,
    unknown,
    problems: [
      ...unknown.map((value) => ({
        meaning,
        value: shown(value),
        reason: `There is no ${what} "${shown(value)}": correct it, create it, map it to another or ignore it.`,
      })),
      ...ambiguous.map(({ value, keys: among }) => ({
        meaning,
        value: shown(value),
        reason: `"${shown(value)}" may be ${among.map((key) => `"${key}"`).join(' or ')}: write the key.`,
      })),
    ],
  };
};
