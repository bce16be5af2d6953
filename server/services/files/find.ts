import type { Core } from '@strapi/strapi';
import { createFileNames, type FileNames } from '../../core/files/references';
import { fileHolders } from '../../library/files/models';
import { createHoldingsReader } from '../../library/files/reader';
import { readUploads } from '../../library/files/uploads';
import { createDimensions, type Dimensions } from '../../stores/audit/dimensions';
import { addUses, type StoredUse } from '../../stores/files/uses';
import { createBatchSize, createPace, LIST_BATCH } from '../audit/pace';
import type { Turns } from './turns';

/** Writes down which entries of all types hold which files; answers the types' uids by number. */
export const findUses = async (strapi: Core.Strapi, turns: Turns): Promise<ReadonlyMap<number, string>> => {
  const names = await readNames(strapi, turns);
  const types = fileHolders(strapi);
  const dimensions = createDimensions();
  await dimensions.learn(strapi, 'type', types);
  const writer = createUseWriter(turns);
  for (const uid of types) await readType(strapi, turns, { uid, names, dimensions, writer });
  await writer.finish();
  return new Map(types.map((uid) => [dimensions.number('type', uid), uid]));
};

const readNames = async (strapi: Core.Strapi, turns: Turns): Promise<FileNames> => {
  const names = createFileNames();
  const pace = createPace();
  let after: number | undefined = 0;
  while (after !== undefined) {
    await turns.next();
    pace.begin();
    const limit = pace.rows();
    const files = await readUploads(strapi, after, limit);
    for (const file of files) names.add(file);
    after = files.length < limit ? undefined : files.at(-1)?.id;
    await pace.end();
  }
  return names;
};

interface TypeWork {
  readonly uid: string;
  readonly names: FileNames;
  readonly dimensions: Dimensions;
  readonly writer: UseWriter;
}

const readType = async (strapi: Core.Strapi, turns: Turns, { uid, names, dimensions, writer }: TypeWork) => {
  const reader = createHoldingsReader(strapi, uid, names);
  const typeNo = dimensions.number('type', uid);
  const pace = createPace();
  let after: string | null = '';
  while (after !== null) {
    await turns.next();
    pace.begin();
    const { found, upTo } = await reader.read(after, pace.rows());
    await pace.end();
    await writer.add(found.map((one) => ({ ...one, typeNo })));
    after = upTo;
  }
};

interface UseWriter {
  readonly add: (uses: readonly StoredUse[]) => Promise<void>;
  readonly finish: () => Promise<void>;
}

/** Uses of several chunks go into one transaction, those of a large chunk into several. */
const createUseWriter = (turns: Turns): UseWriter => {
  let waiting: StoredUse[] = [];
  let nextId = 1;
  const batch = createBatchSize(LIST_BATCH);
  const write = async (uses: readonly StoredUse[]): Promise<void> => {
    await turns.writeRows(batch, uses.length, (trx) => addUses(trx, nextId, uses));
    nextId += uses.length;
  };
  return {
    async add(uses) {
      for (const use of uses) waiting.push(use);
      while (waiting.length >= batch.rows()) await write(waiting.splice(0, batch.rows()));
    },
    async finish() {
      await write(waiting);
      waiting = [];
    },
  };
};
