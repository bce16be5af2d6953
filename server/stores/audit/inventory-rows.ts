import { hash } from 'node:crypto';
import type { AssessedEntry, Judged } from '../../core/audit/facts';
import type { Decision } from '../../core/decision';
import { STATUSES, type Status } from '../../core/vocabulary';
import type { Cell } from '../columns';

/** An inventory row without its id and validity, in the order of INVENTORY_COLUMNS from `type_no` to `evidence_no`. */
export interface NewRow {
  readonly typeNo: number;
  readonly documentId: string;
  readonly localeNo: number;
  readonly updatedAt: number;
  readonly statusNo: number;
  readonly evidenceNo: number;
  readonly cells: readonly Cell[];
  readonly fingerprint: string;
  readonly scopes: readonly number[];
}

/** The number of a status in scopes and inventory. */
export const statusNo = (status: Status): number => STATUSES.indexOf(status);

/** The row of an entry (`localeNo` 0) or of one version of it. */
export const toRow = (
  typeNo: number,
  localeNo: number,
  entry: AssessedEntry,
  judged: Judged,
  scopes: readonly number[]
): NewRow => {
  const cells: readonly Cell[] = [
    typeNo,
    entry.documentId,
    localeNo,
    cut(judged.title, TITLE_LENGTH),
    judged.path,
    statusNo(judged.status),
    judged.current ? 1 : 0,
    entry.placement,
    entry.openReason,
    entry.scope,
    entry.excluded,
    JSON.stringify(entry.tags.map(({ persona, stage, origin }) => [persona, stage, origin])),
    entry.locales.join(' '),
    judged.owner?.id ?? null,
    cut(judged.owner?.name ?? null, KEY_LENGTH),
    judged.owner?.state ?? null,
    judged.createdAt,
    judged.updatedAt,
    judged.contentDate,
    judged.expiresAt,
    judged.findings.join(' '),
    entry.decision?.kind ?? null,
    entry.decision?.due ?? null,
    entry.decision && JSON.stringify(detailOf(entry.decision)),
    judged.publishedOn,
    judged.readableFrom,
    judged.evidence.grade === 'too-new' ? judged.evidence.judgeableFrom : null,
    judged.evidenceNo,
  ];
  return {
    typeNo,
    documentId: entry.documentId,
    localeNo,
    updatedAt: judged.updatedAt,
    statusNo: statusNo(judged.status),
    evidenceNo: judged.evidenceNo,
    cells,
    // Scopes follow from the tags and the axes: a stage that moves or retires changes them without touching the row.
    fingerprint: hash('sha1', JSON.stringify([cells, scopes]), 'base64'),
    scopes,
  };
};

/** What nobody filters decisions by. */
export type DecisionDetail = Pick<Decision, 'mergeInto' | 'note' | 'owner'>;

const detailOf = ({ mergeInto, note, owner }: Decision): DecisionDetail => ({ mergeInto, note, owner });

/** Longer titles are cut: lists show one line. */
const TITLE_LENGTH = 500;
/** What a column of type `key` holds. */
const KEY_LENGTH = 255;

/** Never through the middle of a character: half of one is no text that PostgreSQL takes. */
const cut = (text: string | null, length: number): string | null =>
  text === null || text.length <= length ? text : text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
