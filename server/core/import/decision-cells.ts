import { unguarded } from '../formula';
import { DECISION_KINDS, isDay, NOTE_LENGTH, OWNER_LENGTH, type DecisionKind } from '../decision';
import type { ImportColumn } from '../import-api';
import type { ColumnMap } from './columns';
import type { CellProblem } from './row';
import { fold, shown } from './words';

/** What a row says shall become of its entry; `undefined`: the sheet has no such column, `''`: the cell is blank. */
export interface RowDecision {
  readonly kind: DecisionKind | typeof NONE | '' | undefined;
  /** Its words for the entry into which this one goes. */
  readonly mergeInto: string | undefined;
  readonly note: string | undefined;
  readonly owner: string | undefined;
  /** `YYYY-MM-DD` */
  readonly due: string | undefined;
}

/** Takes a decision back. A blank cell does not: an export from before somebody decided would take theirs along. */
export const NONE = 'none';

/** Where a row speaks of each part of a decision. */
export const DECISION_COLUMNS = {
  kind: 'decision',
  mergeInto: 'merge-into',
  note: 'decision-note',
  owner: 'decision-owner',
  due: 'due',
} as const satisfies Record<keyof RowDecision, ImportColumn>;

/** Reads what rows of one sheet say of decisions; `null`: the sheet has no column about them. */
export const createDecisionReader = ({ meanings }: ColumnMap) => {
  const places = {
    kind: meanings.indexOf(DECISION_COLUMNS.kind),
    mergeInto: meanings.indexOf(DECISION_COLUMNS.mergeInto),
    note: meanings.indexOf(DECISION_COLUMNS.note),
    owner: meanings.indexOf(DECISION_COLUMNS.owner),
    due: meanings.indexOf(DECISION_COLUMNS.due),
  };
  if (Object.values(places).every((at) => at === -1)) return null;

  return (cells: readonly string[]): { readonly said: RowDecision; readonly problems: readonly CellProblem[] } => {
    const problems: CellProblem[] = [];
    const cell = (of: keyof RowDecision): string | undefined =>
      places[of] === -1 ? undefined : unguarded((cells[places[of]] ?? '').trim());
    const read = <T>(of: keyof RowDecision, parse: (text: string) => T | null, problem: (value: string) => string) => {
      const text = cell(of);
      if (text === undefined) return undefined;
      const value = parse(text);
      if (value !== null) return value;
      problems.push({ meaning: DECISION_COLUMNS[of], value: shown(text), reason: problem(shown(text)) });
      return undefined;
    };
    const atMost = (most: number) => (text: string) => (text.length > most ? null : text);
    const tooLong = (most: number) => () => `The cell takes at most ${most} characters.`;
    const said = {
      kind: read(
        'kind',
        readKind,
        (value) => `"${value}" is no decision; known: ${DECISION_KINDS.join(', ')}, and ${NONE} to take one back.`
      ),
      mergeInto: cell('mergeInto'),
      note: read('note', atMost(NOTE_LENGTH), tooLong(NOTE_LENGTH)),
      owner: read('owner', atMost(OWNER_LENGTH), tooLong(OWNER_LENGTH)),
      due: read('due', readDay, (value) => `"${value}" is no clear date: write it as 2026-12-31.`),
    };
    return { said, problems };
  };
};

/** Other words for the same; '' is none. */
const WORDS = {
  keep: ['keep', 'leave', 'keep as is'],
  update: ['update', 'revise', 'refresh', 'rewrite', 'improve'],
  merge: ['merge', 'merge into', 'consolidate', 'combine'],
  retire: ['retire', 'remove', 'delete', 'archive', 'unpublish'],
  [NONE]: ['none', 'undecided', 'no decision'],
  '': [''],
} as const satisfies Record<DecisionKind | typeof NONE | '', readonly string[]>;

const readKind = (text: string): DecisionKind | typeof NONE | '' | null => {
  const word = fold(text);
  for (const kind of [...DECISION_KINDS, NONE, ''] as const) {
    if ((WORDS[kind] as readonly string[]).includes(word)) return kind;
  }
  return null;
};

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
