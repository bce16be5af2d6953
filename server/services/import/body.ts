import type { ImportBody, ImportHeader } from '../../core/import-api';
import type { ColumnMap } from '../../core/import/columns';
import type { OperationBody } from '../../core/placing-api';
import type { Preview } from './planning';
import type { ImportRequest, Reading } from './reading';
import type { Sheet } from './sheet';

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
  unknown: { personas: listed(staged.unknown.personas), stages: listed(staged.unknown.stages) },
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

const listed = (counts: ReadonlyMap<string, number>): ImportBody['unknown']['personas'] =>
  [...counts]
    .map(([value, rows]) => ({ value, rows }))
    .sort((a, b) => b.rows - a.rows)
    .slice(0, SHOWN);
