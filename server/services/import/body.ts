import type { AssumedValue, ImportBody, ImportHeader, ImportSide } from '../../core/import-api';
import type { ColumnMap } from '../../core/import/columns';
import type { OperationBody } from '../../core/placing-api';
import type { Preview } from './planning';
import type { ImportRequest, Reading } from './reading';
import type { Sheet } from './sheet';
import type { Staged } from './staging';

/** So many problems and unknown values stand in an answer. */
const SHOWN = 100;

/** The answer about an import; `operation` is what it did. */
export const bodyOf = (
  { mode, name }: ImportRequest,
  { sheet, columns, options, isRemembered, staged }: Reading,
  { counts, examples }: Pick<Preview, 'counts' | 'examples'>,
  done: { readonly dryRun: boolean; readonly operation: OperationBody | null }
): ImportBody => ({
  dryRun: done.dryRun,
  mode,
  file: { name, encoding: sheet.encoding, delimiter: sheet.delimiter },
  columns: headersOf(sheet, columns, staged.examples),
  options,
  remembered: isRemembered,
  counts,
  examples,
  unknown: bySide((side) => mostRows([...staged.words[side].unknown].map(([value, rows]) => ({ value, rows })))),
  assumed: bySide((side) => assumedIn(staged, side)),
  problems: staged.problems.first(SHOWN),
  operation: done.operation,
});

/** The columns of a sheet as they were understood. */
export const headersOf = (
  { headers }: Sheet,
  { meanings }: ColumnMap,
  examples: readonly (readonly string[])[]
): readonly ImportHeader[] =>
  headers.map((header, at) => ({ header, meaning: meanings[at] ?? null, examples: examples[at] ?? [] }));

/** The words that a sheet was understood by though they are no names, at most SHOWN. */
export const assumedIn = ({ words }: Staged, side: ImportSide): readonly AssumedValue[] =>
  mostRows([...words[side].assumed].map(([value, { rows, means }]) => ({ value, rows, means })));

const bySide = <Value>(of: (side: ImportSide) => Value): Readonly<Record<ImportSide, Value>> => ({
  personas: of('personas'),
  stages: of('stages'),
  decisions: of('decisions'),
});

const mostRows = <Value extends { readonly rows: number }>(values: Value[]): readonly Value[] =>
  values.sort((a, b) => b.rows - a.rows).slice(0, SHOWN);
