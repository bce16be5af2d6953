import { performance } from 'node:perf_hooks';
import type { Core } from '@strapi/strapi';
import { changedAt, digestOf, pathOnDisk } from '../../library/files/contents';
import { countSizes, readUploads, type Upload } from '../../library/files/uploads';
import { readContents, saveContents, type FileContent } from '../../stores/files/contents';
import { createPace } from '../audit/pace';
import type { Turns } from './turns';

/** One look reads contents no longer than this, in milliseconds; the next goes on where it ended. */
const READING_MS = 20_000;

/**
 * Reads what files contain that could be duplicates: of the host's disk, of a size that another file has, and changed
 * since. What is no longer so is forgotten.
 */
export const readChangedContents = async (strapi: Core.Strapi, turns: Turns): Promise<void> => {
  const until = performance.now() + READING_MS;
  const pace = createPace();
  let after: number | undefined = 0;
  while (after !== undefined) {
    await turns.next();
    pace.begin();
    const limit = pace.rows();
    const files = await readUploads(strapi, after, limit);
    const isLast = files.length < limit;
    const known = await readContents(strapi, { after, upTo: isLast ? null : (files.at(-1)?.id ?? null) });
    const sizes = await countSizes(strapi, [...new Set(files.map(({ size }) => size))]);
    const shared = files.filter(({ size }) => (sizes.get(size) ?? 0) > 1);
    await pace.end();
    const { contents, kept } = await compare(strapi, turns, shared, known, until);
    const forgotten = [...known.keys()].filter((id) => !kept.has(id));
    if (forgotten.length + contents.length > 0) await turns.write((trx) => saveContents(trx, forgotten, contents));
    after = isLast ? undefined : files.at(-1)?.id;
  }
};

interface Comparison {
  readonly contents: readonly FileContent[];
  /** Files of which what is known holds. */
  readonly kept: ReadonlySet<number>;
}

const compare = async (
  strapi: Core.Strapi,
  turns: Turns,
  files: readonly Upload[],
  known: ReadonlyMap<number, FileContent>,
  until: number
): Promise<Comparison> => {
  const contents: FileContent[] = [];
  const kept = new Set<number>();
  for (const file of files) {
    const path = pathOnDisk(strapi, file);
    const changed = path === null ? null : await changedAt(path);
    if (path === null || changed === null) continue;
    const before = known.get(file.id);
    if (before?.changedAt === changed && before.size === file.size) kept.add(file.id);
    else if (performance.now() < until) {
      const digest = await digestOf(path);
      if (digest !== null) contents.push({ fileId: file.id, size: file.size, changedAt: changed, digest });
      await turns.next();
    }
  }
  return { contents, kept };
};
