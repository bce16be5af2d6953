import { unguarded } from '../formula';
import { DECISION_KINDS, isDay, NOTE_LENGTH, OWNER_LENGTH } from '../decision';
import type { ImportColumn } from '../import-api';
import type { AssumedWord } from './cell';
import type { ColumnMap } from './columns';
import { createDecisionLexicon, NONE, type SaidKind } from './decision-words';
import type { CellProblem } from './row';
import { saysNothing } from './silent';
import { shown } from './words';

/** What a row says shall become of its entry; `undefined`: nothing, as without the column, `''`: the cell is blank. */
export interface RowDecision {
  readonly kind: SaidKind | undefined;
  /** Its words for the entry into which this one goes. */
  readonly mergeInto: string | undefined;
  readonly note: string | undefined;
  readonly owner: string | undefined;
  /** `YYYY-MM-DD` */
  readonly due: string | undefined;
}

/** Where a row speaks of each part of a decision. */
export const DECISION_COLUMNS = {
  kind: 'decision',
  mergeInto: 'merge-into',
  note: 'decision-note',
  owner: 'decision-owner',
  due: 'due',
} as const satisfies Record<keyof RowDecision, ImportColumn>;

/** The cells of a row about decisions, read. */
export interface ReadDecision {
  readonly said: RowDecision;
  readonly problems: readonly CellProblem[];
  /** Its word for what shall become of the entry, where that is not known. */
  readonly unknown: readonly string[];
  readonly assumed: readonly AssumedWord<Exclude<SaidKind, ''>>[];
}

/** Reads what rows of one sheet say of decisions; `null`: the sheet has no column about them. */
export const createDecisionReader = ({ meanings }: ColumnMap, lexicon = createDecisionLexicon()) => {
  const places = {
    kind: meanings.indexOf(DECISION_COLUMNS.kind),
    mergeInto: meanings.indexOf(DECISION_COLUMNS.mergeInto),
    note: meanings.indexOf(DECISION_COLUMNS.note),
    owner: meanings.indexOf(DECISION_COLUMNS.owner),
    due: meanings.indexOf(DECISION_COLUMNS.due),
  };
  if (Object.values(places).every((at) => at === -1)) return null;

  return (cells: readonly string[]): ReadDecision => {
    const problems: CellProblem[] = [];
    const cell = (of: keyof RowDecision): string | undefined =>
      places[of] === -1 ? undefined : unguarded((cells[places[of]] ?? '').trim());
    /** A dash in a detail leaves what stands there. */
    const detail = (of: keyof RowDecision): string | undefined => {
      const text = cell(of);
      return text !== undefined && saysNothing(text) ? undefined : text;
    };
    const problem = (of: keyof RowDecision, text: string, reason: string): void => {
      problems.push({ meaning: DECISION_COLUMNS[of], value: shown(text), reason });
    };
    const atMost = (of: keyof RowDecision, most: number): string | undefined => {
      const text = detail(of);
      if (text !== undefined && text.length > most) problem(of, text, `The cell takes at most ${most} characters.`);
      return text !== undefined && text.length > most ? undefined : text;
    };
    const word = cell('kind');
    const meant = word === undefined ? undefined : lexicon(word);
    const assumed = word !== undefined && meant?.isAssumed ? [{ value: word, means: meant.kind || null }] : [];
    // Nothing was decided yet: a reason beside it decides nothing either, and is no fault of the row.
    if (word !== undefined && word !== '' && meant?.kind === '') {
      return { said: UNDECIDED, problems, unknown: [], assumed };
    }
    if (word !== undefined && meant === null) problem('kind', word, unknownKind(shown(word)));
    const due = detail('due');
    const day = due === undefined ? undefined : readDay(due);
    const said = {
      kind: meant?.kind,
      mergeInto: detail('mergeInto'),
      note: atMost('note', NOTE_LENGTH),
      owner: atMost('owner', OWNER_LENGTH),
      due: day ?? undefined,
    };
    if (day === null) problem('due', due ?? '', `"${shown(due ?? '')}" is no clear date: write it as 2026-12-31.`);
    return {
      said,
      problems,
      unknown: word !== undefined && meant === null ? [word] : [],
      assumed,
    };
  };
};

const UNDECIDED: RowDecision = { kind: '', mergeInto: undefined, note: undefined, owner: undefined, due: undefined };

const unknownKind = (word: string): string =>
  `"${word}" is no decision; known: ${DECISION_KINDS.join(', ')}, and ${NONE} to take one back. Map it to one of them or ignore it.`;

/** Reads a day as spreadsheets write them; `null` where day and month could be the other way round. */
const readDay = (text: string): string | null => {
  if (text === '') return '';
  const [, year, month, day] =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text) ??
    reordered(/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text)) ??
    slashed(text);
  const read = `${year ?? ''}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
  return isDay(read) ? read : null;
};

type Parts = readonly (string | undefined)[];

/** Day, month, year in the order of ISO 8601. */
const reordered = (found: Parts | null): Parts | null => found && [found[0], found[3], found[2], found[1]];

/** Americans write 12/31/2026, others 31/12/2026. */
const slashed = (text: string): Parts => {
  const [whole, first, second, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  if (Number(first) > 12) return [whole, year, second, first];
  return Number(second) > 12 || first === second ? [whole, year, first, second] : [];
};
