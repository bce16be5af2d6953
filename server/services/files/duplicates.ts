import type { Core } from '@strapi/strapi';
import { countSizes, type Upload } from '../../library/files/uploads';
import { countDigests, readContents } from '../../stores/files/contents';

/** Files of one size: how many there are, and how many of them have the same content. */
interface SameSize {
  readonly files: number;
  readonly digests: ReadonlyMap<string, number>;
}

/** Sizes that so many files share are counted once, not for every chunk again. */
const MANY = 50;

/** Tells how many others have a file's content; `null` where not all files of its size could be read. */
export const createDuplicates = (strapi: Core.Strapi) => {
  const remembered = new Map<number, SameSize>();

  const count = async (sizes: readonly number[]): Promise<ReadonlyMap<number, SameSize>> => {
    const counts = await countSizes(strapi, sizes);
    const shared = sizes.filter((size) => (counts.get(size) ?? 0) > 1);
    const digests = shared.length === 0 ? new Map<number, SameSize['digests']>() : await countDigests(strapi, shared);
    return new Map(
      sizes.map((size) => [
        size,
        { files: counts.get(size) ?? 0, digests: digests.get(size) ?? new Map<string, number>() },
      ])
    );
  };

  return async (files: readonly Upload[]): Promise<ReadonlyMap<number, number | null>> => {
    const [first, last] = [files[0], files.at(-1)];
    if (first === undefined || last === undefined) return new Map();
    const contents = await readContents(strapi, { after: first.id - 1, upTo: last.id });
    const sizes = [...new Set(files.map(({ size }) => size))].filter((size) => !remembered.has(size));
    const counted = await count(sizes);
    for (const [size, same] of counted) if (same.files > MANY) remembered.set(size, same);
    return new Map(
      files.map(({ id, size }) => {
        const same = counted.get(size) ?? remembered.get(size);
        return [id, same === undefined ? null : duplicatesOf(same, contents.get(id)?.digest)];
      })
    );
  };
};

const duplicatesOf = ({ files, digests }: SameSize, digest: string | undefined): number | null => {
  if (files <= 1) return 0;
  const read = [...digests.values()].reduce((sum, count) => sum + count, 0);
  if (digest === undefined || read < files) return null;
  return Math.max(0, (digests.get(digest) ?? 1) - 1);
};
