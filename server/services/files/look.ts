import { performance } from 'node:perf_hooks';
import type { Core } from '@strapi/strapi';
import { settleFiles } from '../../stores/files/rows';
import { readFileState, saveFileState } from '../../stores/files/state';
import { removeUses } from '../../stores/files/uses';
import { yieldToHost } from '../audit/pace';
import { readChangedContents } from './contents';
import { createEvidenceReader } from './evidence';
import { findUses } from './find';
import { judgeFiles } from './judge';
import { createTurns, type FilesRun, type Turns } from './turns';

/**
 * Looks through all files: which entries hold them, then file by file what follows from it. Neither holds more in
 * memory than the files' names. Until it has ended, lists show the look before.
 */
export const lookThroughFiles = async (strapi: Core.Strapi, run: FilesRun): Promise<void> => {
  const begun = performance.now();
  const turns = createTurns(strapi, run);
  const shown = (await readFileState(strapi))?.audit ?? 0;
  await untilDone(turns, (trx) => settleFiles(trx, shown));
  await untilDone(turns, removeUses);
  const types = await findUses(strapi, turns);
  await readChangedContents(strapi, turns);
  const evidence = await createEvidenceReader(strapi, run.auditId, types);
  const totals = await judgeFiles({ strapi, turns, auditId: run.auditId, types, evidence });
  await turns.write((trx) => saveFileState(trx, run.auditId, performance.now() - begun, totals));
  await untilDone(turns, removeUses);
};

const untilDone = async (turns: Turns, batch: Parameters<Turns['write']>[0]): Promise<void> => {
  for (let more = true; more;) {
    await turns.next();
    more = (await turns.write(batch)) === true;
    await yieldToHost();
  }
};
