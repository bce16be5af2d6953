import type { ImportProblem } from '../../core/import-api';
import { LOCATORS, type ColumnMap } from '../../core/import/columns';
import type { RowLocator } from '../../core/import/row';
import { shown } from '../../core/import/words';
import type { Candidate } from './find-entries';

/** Why a row found no entry, or too many. One that the user may not read is as one that does not exist. */
export const notFound = (
  headers: readonly string[],
  { meanings }: ColumnMap,
  line: number,
  locator: RowLocator,
  candidates: readonly Candidate[]
): ImportProblem => {
  const by = LOCATORS.find((one) => locator[one] !== '');
  if (by === undefined) {
    return {
      line,
      column: null,
      value: '',
      reason: 'The row does not tell which entry it is about: its cells for that are empty.',
    };
  }
  const value = shown(locator[by]);
  const column = headers[meanings.indexOf(by)] ?? null;
  if (candidates.length === 0) {
    const type = locator.uid === '' ? '' : ` of "${shown(locator.uid)}"`;
    return { line, column, value, reason: `There is no entry "${value}"${type} under audit, or you may not read it.` };
  }
  const some = candidates.slice(0, SHOWN).map(({ contentType, documentId }) => `${contentType} ${documentId}`);
  const more = candidates.length > SHOWN ? ` and ${candidates.length - SHOWN} more` : '';
  const reason = `${candidates.length} entries fit (${some.join(', ')}${more}): give the row a "Document ID".`;
  return { line, column, value, reason };
};

const SHOWN = 3;
