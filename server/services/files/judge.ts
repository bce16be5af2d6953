import type { Core } from '@strapi/strapi';
import type { EvidenceBody, FileTotals } from '../../core/consumption-api';
import { measuredBy } from '../../core/files/seen-through';
import { NOT_MEASURED } from '../../core/evidence/not-measured';
import { createFileJudge, type JudgedFile } from '../../core/files/uses';
import { entryKey, type EntryRef } from '../../core/vocabulary';
import { readUploads, type Upload } from '../../library/files/uploads';
import {
  compareFiles,
  nextFileRowId,
  readOpenFileRows,
  toFileRow,
  writeFiles,
  type FileChanges,
} from '../../stores/files/rows';
import { usesOf } from '../../stores/files/uses';
import { createBatchSize, createPace, ROW_BATCH, yieldToHost } from '../audit/pace';
import { createDuplicates } from './duplicates';
import type { EvidenceReader } from './evidence';
import type { Turns } from './turns';

/** So many uses are read at a time, and what is known of their entries. */
const USES_AT_ONCE = 200;

interface Judging {
  readonly strapi: Core.Strapi;
  readonly turns: Turns;
  readonly auditId: number;
  readonly types: ReadonlyMap<number, string>;
  readonly evidence: EvidenceReader;
}

/** Judges every file by the uses that were found, writes what has changed, and answers what they are altogether. */
export const judgeFiles = async (judging: Judging): Promise<FileTotals> => {
  const { strapi, turns } = judging;
  const duplicatesOf = createDuplicates(strapi);
  const write = await createFileWriter(judging);
  const totals = { files: 0, bytes: 0, unreferenced: 0, unreferencedBytes: 0 };
  const pace = createPace();
  let after: number | undefined = 0;
  while (after !== undefined) {
    await turns.next();
    pace.begin();
    const limit = pace.rows();
    const files = await readUploads(strapi, after, limit);
    const last = files.at(-1)?.id;
    const upTo = files.length < limit ? null : (last ?? null);
    const open = await readOpenFileRows(strapi, { after, upTo });
    const duplicates = await duplicatesOf(files);
    const judged = await judge(judging, { after, upTo: last ?? after }, files);
    const rows = files.flatMap((file) => {
      const found = judged.get(file.id);
      return found === undefined ? [] : toFileRow(file, found, duplicates.get(file.id) ?? null);
    });
    for (const { id, size } of files) {
      totals.files += 1;
      totals.bytes += size;
      if (judged.get(id)?.usage !== 'unreferenced') continue;
      totals.unreferenced += 1;
      totals.unreferencedBytes += size;
    }
    await pace.end();
    await write(compareFiles(open, rows));
    after = upTo ?? undefined;
  }
  return totals;
};

const judge = async (
  { strapi, turns, types, evidence }: Judging,
  range: { readonly after: number; readonly upTo: number },
  files: readonly Upload[]
): Promise<ReadonlyMap<number, JudgedFile>> => {
  const own = await evidence.ofFiles(files);
  let known: ReadonlyMap<string, EvidenceBody> = new Map();
  const evidenceOf = (entry: EntryRef) => known.get(entryKey(entry));
  const judges = new Map(
    files.map(({ id, mime }) => [
      id,
      createFileJudge({ measuredBy: measuredBy(mime), ownEvidence: own.get(id) ?? NOT_MEASURED }, evidenceOf),
    ])
  );
  for await (const page of usesOf(strapi, range, USES_AT_ONCE)) {
    const uses = page.flatMap(({ typeNo, ...use }) => {
      const uid = types.get(typeNo);
      return uid === undefined ? [] : { ...use, uid };
    });
    known = await evidence.ofEntries(uses.filter(({ isPublished }) => isPublished));
    for (const { fileId, ...use } of uses) judges.get(fileId)?.add(use);
    await turns.next();
    // One file may have as many uses as there are entries, and SQLite answers without letting anybody else in.
    await yieldToHost();
  }
  return new Map([...judges].map(([id, one]) => [id, one.result()]));
};

/** Writes changes as many rows at a time as the disk takes. */
const createFileWriter = async ({ turns, auditId }: Judging): Promise<(changes: FileChanges) => Promise<void>> => {
  let firstRowId = await turns.write(nextFileRowId);
  const batch = createBatchSize(ROW_BATCH);
  return async ({ closed, added }) => {
    for (let from = 0; from < Math.max(closed.length, added.length);) {
      const to = from + batch.rows();
      const some = { closed: closed.slice(from, to), added: added.slice(from, to) };
      const id = firstRowId;
      await turns.writeRows(batch, some.closed.length + some.added.length, (trx) =>
        writeFiles(trx, { auditId, firstRowId: id }, some)
      );
      firstRowId += some.added.length;
      from = to;
    }
  };
};
