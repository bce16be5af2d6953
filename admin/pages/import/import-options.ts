import type {
  ImportColumn,
  ImportHeader,
  ImportOptions,
  ImportSide,
  PersonaChoice,
  ReadOptions,
  StageChoice,
} from '../../../server/core/import-api';
import { MAY_BE_SEVERAL } from '../../../server/core/import/columns';

/** What somebody said of a sheet so far; what is left out is as the server read it. */
export type Said = ImportOptions;

/** The kinds of values that a sheet may name by words of its own. */
export type Side = ImportSide;
export type Choice = PersonaChoice | StageChoice;

/** More than this, and the server takes it for no name. */
const LONGEST = 500;

/** Whether something of a sheet can be told by name what it means. */
export const isNameable = (word: string): boolean => word !== '' && word.length <= LONGEST;

/** What a column means now: as said, or as it was read. */
export const meaningOf = ({ columns = {} }: Said, { header, meaning }: ImportHeader): ImportColumn | null => {
  const said = columns[header];
  return said === undefined ? meaning : said;
};

/** Says what a column means. One that meant the same before is ignored from then on, where only one can. */
export const withMeaning = (
  said: Said,
  columns: readonly ImportHeader[],
  header: string,
  meaning: ImportColumn | null
): Said => {
  const isTaken = (other: ImportColumn | null): boolean =>
    other !== null && other === meaning && !MAY_BE_SEVERAL.has(other);
  const meanings = columns
    .filter((column) => isNameable(column.header))
    .map((column) => {
      if (column.header === header) return [header, meaning] as const;
      const present = meaningOf(said, column);
      return [column.header, isTaken(present) ? null : present] as const;
    });
  return { ...said, columns: Object.fromEntries(meanings) };
};

/** What was said of values, or else read. */
export const choicesOf = (
  { values = {} }: Said,
  read: ReadOptions | undefined,
  side: Side
): Readonly<Record<string, Choice>> => values[side] ?? read?.values[side] ?? {};

/** Says what a value means; `undefined` takes it back. */
export const withChoice = (
  said: Said,
  read: ReadOptions | undefined,
  side: Side,
  value: string,
  choice: Choice | undefined
): Said => {
  const { [value]: _before, ...others } = choicesOf(said, read, side);
  const choices = choice === undefined ? others : { ...others, [value]: choice };
  return { ...said, values: { ...said.values, [side]: choices } };
};
