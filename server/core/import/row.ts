import { unguarded } from '../formula';
import type { ImportColumn } from '../import-api';
import { EXCLUSION_REASONS, type ExclusionReason } from '../vocabulary';
import { CELL_LIMIT, readCell, type AssumedWord, type CellValues } from './cell';
import type { ColumnMap } from './columns';
import { readCombined } from './combined';
import { readExclusion } from './exclusion';
import type { Lexicon } from './lexicon';
import { saysNothing } from './silent';
import { shown } from './words';

/** What a row says about where its entry belongs; `undefined`: nothing, as without the column. */
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

type NameSide = 'personas' | 'stages';

/** The placing cells of a row, read; rows with the same cells share one of these. */
export interface ReadPlacement {
  /** One; several where one cell pairs personas and stages several times. */
  readonly parts: readonly RowPlacement[];
  readonly problems: readonly CellProblem[];
  readonly unknown: Readonly<Record<NameSide, readonly string[]>>;
  readonly assumed: Readonly<Record<NameSide, readonly AssumedWord[]>>;
}

/** What finds a row's entry; `''` where the sheet says nothing. */
export type RowLocator = Readonly<Record<'document-id' | 'url' | 'slug' | 'title' | 'uid' | 'content-type', string>>;

export interface Lexicons {
  readonly personas: Lexicon;
  readonly stages: Lexicon;
}

/** Reads rows of one sheet. Sheets repeat themselves: what the same cells say is read once. */
export const createRowReader = ({ meanings, isStageFirst }: ColumnMap, lexicons: Lexicons) => {
  const placesOf = (meaning: ImportColumn): readonly number[] =>
    meanings.flatMap((one, at) => (one === meaning ? [at] : []));
  const places = {
    personas: placesOf('personas'),
    stages: placesOf('stages'),
    combined: placesOf('persona-and-stage'),
    excluded: placesOf('excluded'),
  };
  const placing = Object.values(places).flat();
  const order = isStageFirst ? (['stages', 'personas'] as const) : (['personas', 'stages'] as const);
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
    const problems: CellProblem[] = [];
    const readings: Record<NameSide, CellValues[]> = { personas: [], stages: [] };
    const names = (side: NameSide, meaning: ImportColumn, values: CellValues | undefined) => {
      if (values === undefined) return undefined;
      readings[side].push(values);
      problems.push(...nameProblems(side, meaning, values));
      return values.isSilent ? undefined : values.keys;
    };
    const listed = (side: NameSide) => {
      const cell = under(places[side]);
      if (cell === undefined || isFitting(side, cell, problems)) {
        return names(side, side, cell === undefined ? undefined : readCell(cell, lexicons[side]));
      }
      return [];
    };
    const own = { personas: listed('personas'), stages: listed('stages') };
    const combined = under(places.combined);
    const pairs =
      combined === undefined || !isFitting('persona-and-stage', combined, problems)
        ? []
        : readCombined(combined, lexicons, order);
    const cell = under(places.excluded);
    const excluded = cell === undefined || saysNothing(unguarded(cell)) ? undefined : readExclusion(cell);
    if (cell !== undefined && excluded === undefined && !saysNothing(unguarded(cell))) {
      problems.push({
        meaning: 'excluded',
        value: shown(cell),
        reason: `"${shown(cell)}" is no reason; known: ${EXCLUSION_REASONS.join(', ')}.`,
      });
    }
    const parts =
      pairs.length === 0
        ? [{ ...own, excluded }]
        : pairs.map((pair) => ({
            personas: both(own.personas, names('personas', 'persona-and-stage', pair.personas)),
            stages: both(own.stages, names('stages', 'persona-and-stage', pair.stages)),
            excluded,
          }));
    if (excluded && parts.some(({ personas = [], stages = [] }) => personas.length + stages.length > 0)) {
      problems.push({
        meaning: 'excluded',
        value: excluded,
        reason: 'An entry that is not part of a journey has no personas and stages; say one or the other.',
      });
    }
    const wordsOf = <Word>(
      of: (values: CellValues) => readonly Word[]
    ): Readonly<Record<NameSide, readonly Word[]>> => ({
      personas: [...new Set(readings.personas.flatMap(of))],
      stages: [...new Set(readings.stages.flatMap(of))],
    });
    return { parts, problems, unknown: wordsOf(({ unknown }) => unknown), assumed: wordsOf(({ assumed }) => assumed) };
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
      const id = cell(finding['document-id']);
      return {
        // Looked up before all else: a dash there leaves it to the other columns.
        'document-id': saysNothing(id) ? '' : id,
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

const both = (some: readonly string[] | undefined, others: readonly string[] | undefined) =>
  some && others ? [...new Set([...some, ...others])] : (some ?? others);

/** Whether a cell may be a list of names; notes a problem where it is too long for one. */
const isFitting = (meaning: ImportColumn, cell: string, problems: CellProblem[]): boolean => {
  if (cell.length <= CELL_LIMIT) return true;
  const reason = `The cell holds ${cell.length} characters; a list of names takes at most ${CELL_LIMIT}.`;
  problems.push({ meaning, value: shown(cell), reason });
  return false;
};

const nameProblems = (
  side: NameSide,
  meaning: ImportColumn,
  { unknown, ambiguous }: CellValues
): readonly CellProblem[] => {
  const what = side === 'personas' ? 'persona' : 'stage';
  return [
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
  ];
};
