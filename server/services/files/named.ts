import type { Core } from '@strapi/strapi';
import type { FileRow } from '../../core/consumption-api';
import { NOT_MEASURED } from '../../core/evidence/not-measured';
import { measuredBy } from '../../core/files/seen-through';
import { entryKey, type EntryRef } from '../../core/vocabulary';
import type { UserAbility } from '../../library/access';
import { readableDocuments } from '../../library/entry-access';
import type { StoredFile } from '../../stores/files/list';
import { withTitles } from '../reading/titles';

/** Files as the API shows them to one user: with those of their uses that the user may read, and their titles. */
export const namedFiles = async (
  strapi: Core.Strapi,
  files: readonly StoredFile[],
  ability: UserAbility
): Promise<readonly FileRow[]> => {
  const entries = new Map(files.flatMap(({ uses }) => uses.map((use) => [entryKey(use), refOf(use)] as const)));
  const readable = await readableOf(strapi, [...entries.values()], ability);
  const titles = new Map((await withTitles(strapi, readable, ability)).map((entry) => [entryKey(entry), entry.title]));
  const isReadable = new Set(readable.map(entryKey));
  return files.map(({ rowId: _rowId, fileId, uses, createdAt, evidence, ...file }) => ({
    ...file,
    ...shownEvidence({ ...file, evidence }, uses, isReadable),
    id: fileId,
    createdAt: new Date(createdAt).toISOString(),
    measuredBy: measuredBy(file.mime),
    uses: uses.flatMap((use) =>
      isReadable.has(entryKey(use))
        ? {
            ...refOf(use),
            title: titles.get(entryKey(use)) ?? use.documentId,
            status: use.isPublished ? ('published' as const) : ('draft' as const),
          }
        : []
    ),
  }));
};

const shownEvidence = (
  { mime, evidence }: Pick<StoredFile, 'mime' | 'evidence'>,
  uses: StoredFile['uses'],
  isReadable: ReadonlySet<string>
): Pick<FileRow, 'evidence' | 'hidesCounts'> => {
  const isHidden = uses.some((use) => use.isPublished && !isReadable.has(entryKey(use)));
  const hidesCounts = isHidden && measuredBy(mime) === 'seen-through';
  const { grade, reason } = evidence;
  return { hidesCounts, evidence: hidesCounts ? { ...NOT_MEASURED, grade, reason } : evidence };
};

const refOf = ({ uid, documentId }: EntryRef): EntryRef => ({ uid, documentId });

const readableOf = async (
  strapi: Core.Strapi,
  entries: readonly EntryRef[],
  ability: UserAbility
): Promise<readonly EntryRef[]> => {
  const readable: EntryRef[] = [];
  for (const uid of new Set(entries.map((entry) => entry.uid))) {
    const ids = entries.flatMap((entry) => (entry.uid === uid ? entry.documentId : []));
    for (const documentId of await readableDocuments(strapi, ability, uid, ids)) readable.push({ uid, documentId });
  }
  return readable;
};
