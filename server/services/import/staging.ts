import type { Core } from '@strapi/strapi';
import type { AssumedValue, ImportSide } from '../../core/import-api';
import type { AssumedWord } from '../../core/import/cell';
import { createDecisionReader, type RowDecision } from '../../core/import/decision-cells';
import type { DecisionLexicon } from '../../core/import/decision-words';
import type { ColumnMap } from '../../core/import/columns';
import { createRowReader, type Lexicons, type ReadPlacement, type RowLocator } from '../../core/import/row';
import { saysNothing } from '../../core/import/silent';
import { shown } from '../../core/import/words';
import type { EntryRef } from '../../core/vocabulary';
import { yieldToHost } from '../audit/pace';
import type { Candidate, EntryFinder } from './find-entries';
import { findMerges, type Merges } from './find-merges';
import { notFound } from './not-found';
import { createProblems, noteProblems, type Problems } from './problems';
import type { Sheet, SheetRow } from './sheet';

/** A row that found its entry. */
export interface StagedRow {
  readonly line: number;
  readonly placement: ReadPlacement;
  /** Left out where the sheet has no column about decisions. */
  readonly decision?: RowDecision;
}

/** Words of a sheet that are no names, each with its rows. */
export interface Words {
  readonly unknown: ReadonlyMap<string, number>;
  readonly assumed: ReadonlyMap<string, Pick<AssumedValue, 'rows' | 'means'>>;
}

/** All of a sheet, read and looked up, with nothing kept of a row but its line, its entry and what it says. */
export interface Staged {
  readonly rows: number;
  /** The rows of each entry, by uid and document ID. */
  readonly entries: ReadonlyMap<string, ReadonlyMap<string, readonly StagedRow[]>>;
  /** The first line that found no entry at all; `null`: each found one. */
  readonly lostLine: number | null;
  /** Entries that rejected rows are or may be about. */
  readonly spared: readonly EntryRef[];
  readonly problems: Problems;
  readonly words: Readonly<Record<ImportSide, Words>>;
  readonly examples: readonly (readonly string[])[];
  readonly merges: Merges;
}

/** Reads a sheet to its end. */
export const stage = async (
  strapi: Core.Strapi,
  sheet: Sheet,
  columns: ColumnMap,
  lexicons: Lexicons & { readonly decisions: DecisionLexicon },
  finder: EntryFinder
): Promise<Staged> => {
  const reader = createRowReader(columns, lexicons);
  const readDecision = createDecisionReader(columns, lexicons.decisions);
  const mergeWords = new Set<string>();
  const problems = createProblems();
  const words = { personas: createWords(), stages: createWords(), decisions: createWords() };
  const examples = sheet.headers.map((): string[] => []);
  const entries = new Map<string, Map<string, StagedRow[]>>();
  const spared: EntryRef[] = [];
  const later: Located[] = [];
  let rows = 0;
  let lostLine: number | null = null;

  const settle = (located: readonly Located[], found: readonly (readonly Candidate[])[]): void => {
    for (const [at, { row, locator }] of located.entries()) {
      const candidates = found[at] ?? [];
      const [entry] = candidates;
      if (entry !== undefined && candidates.length === 1) add(entries, entry, row);
      else {
        if (entry === undefined) lostLine = Math.min(lostLine ?? Infinity, row.line);
        problems.add(notFound(sheet.headers, columns, row.line, locator, candidates));
      }
      if (candidates.length > 1) spared.push(...candidates.map(({ uid, documentId }) => ({ uid, documentId })));
    }
  };

  for await (const batch of sheet.batches()) {
    const byId: Located[] = [];
    for (const row of batch) {
      // A line of dashes between the months.
      if (row.cells.every((cell) => cell.trim() === '' || saysNothing(cell))) continue;
      rows += 1;
      showExamples(examples, row);
      const placement = reader.placement(row.cells);
      const decision = readDecision?.(row.cells);
      if (decision?.said.mergeInto) mergeWords.add(decision.said.mergeInto);
      noteProblems(sheet.headers, columns, row, [...placement.problems, ...(decision?.problems ?? [])], problems);
      for (const side of ['personas', 'stages'] as const) {
        words[side].count(placement.unknown[side], placement.assumed[side]);
      }
      if (decision) words.decisions.count(decision.unknown, decision.assumed);
      const locator = reader.locator(row.cells);
      const staged = { line: row.line, placement, ...(decision && { decision: decision.said }) };
      const located = { row: staged, locator };
      if (locator['document-id'] === '') later.push(located);
      else byId.push(located);
    }
    settle(byId, await finder.byId(byId.map(({ locator }) => locator)));
  }
  if (later.length > 0) {
    const found = await finder.byText(later.map(({ locator }) => locator));
    for (let from = 0; from < later.length; from += AT_A_TIME) {
      settle(later.slice(from, from + AT_A_TIME), found.slice(from, from + AT_A_TIME));
      await yieldToHost();
    }
  }
  spared.push(...dropBroken(entries, problems));
  const merges = await findMerges(strapi, finder, mergeWords, entries);
  return { rows, entries, lostLine, spared, problems, words, examples, merges };
};

/** Rows settled before the host has its turn. */
const AT_A_TIME = 2000;

interface Located {
  readonly row: StagedRow;
  readonly locator: RowLocator;
}

const add = (entries: Map<string, Map<string, StagedRow[]>>, { uid, documentId }: EntryRef, row: StagedRow): void => {
  const ofType = entries.get(uid) ?? new Map<string, StagedRow[]>();
  entries.set(uid, ofType);
  const known = ofType.get(documentId);
  if (known === undefined) ofType.set(documentId, [row]);
  else known.push(row);
};

/** An entry's rows count together: where one is rejected, so are the others, or half of what they say would be done. */
const dropBroken = (entries: Map<string, Map<string, StagedRow[]>>, problems: Problems): readonly EntryRef[] => {
  const dropped: EntryRef[] = [];
  if (problems.lines() === 0) return dropped;
  for (const [uid, ofType] of entries) {
    for (const [documentId, rows] of ofType) {
      const broken = rows.find(({ line }) => problems.has(line));
      if (broken === undefined) continue;
      for (const { line } of rows) {
        const reason = `Line ${broken.line} is about the same entry and cannot be imported.`;
        if (!problems.has(line)) problems.add({ line, column: null, value: '', reason });
      }
      ofType.delete(documentId);
      dropped.push({ uid, documentId });
    }
  }
  return dropped;
};

const EXAMPLES = 3;
const EXAMPLE_LENGTH = 80;

/** Notes the first few values of each column. */
export const showExamples = (examples: readonly string[][], { cells }: SheetRow): void => {
  for (const [at, some] of examples.entries()) {
    const cell = some.length < EXAMPLES ? (cells[at] ?? '').trim().slice(0, EXAMPLE_LENGTH) : '';
    if (cell !== '' && !some.includes(cell)) some.push(cell);
  }
};

/** So many different values are told apart. */
const MOST_WORDS = 1000;

const createWords = () => {
  const unknown = new Map<string, number>();
  const assumed = new Map<string, Pick<AssumedValue, 'rows' | 'means'>>();
  const isTold = (words: ReadonlyMap<string, unknown>, word: string) => words.has(word) || words.size < MOST_WORDS;
  return {
    unknown,
    assumed,
    count: (unknowns: readonly string[], assumptions: readonly AssumedWord[]): void => {
      for (const value of unknowns) {
        const word = shown(value);
        if (isTold(unknown, word)) unknown.set(word, (unknown.get(word) ?? 0) + 1);
      }
      for (const { value, means } of assumptions) {
        if (isTold(assumed, value)) assumed.set(value, { rows: (assumed.get(value)?.rows ?? 0) + 1, means });
      }
    },
  };
};
