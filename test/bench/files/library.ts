/** As many files as entries, written by plain SQL: covers, pictures in texts, one logo in many, some nowhere. */
import Database from 'better-sqlite3';
import { buildLibrary, LIBRARY, UID } from '../audit/library';

export const FILES = 'files';
export const PLACES = 'files_related_mph';

const NOW = Date.UTC(2026, 5, 15);
/** Of ten files: covers, pictures in a text, formats of them, links behind a CDN; the others are nowhere. */
const [COVERS, PICTURES, FORMATS, LINKS] = [4, 6, 7, 8];
const LOGO = 1;
/** Every so many entries show the logo. */
const LOGO_IN = 5;

/** Makes a database with so many entries and files. */
export const buildFiles = async (file: string, entries: number): Promise<void> => {
  await buildLibrary(file, entries);
  const db = new Database(file);
  const rowsOf = db.prepare(`select id, document_id from ${LIBRARY} order by id`).all() as readonly Piece[];
  const add = db.prepare(
    `insert into ${FILES} (document_id, name, hash, ext, mime, size, url, provider, folder_path, created_at, updated_at)
     values (?, ?, ?, ?, ?, ?, ?, 'local', '/', ?, ?)`
  );
  const place = db.prepare(
    `insert into ${PLACES} (file_id, related_id, related_type, field, "order") values (?, ?, '${UID}', 'cover', 1)`
  );
  const write = db.prepare(`update ${LIBRARY} set body = body || ? where id = ?`);
  const byEntry = groupByEntry(rowsOf);
  db.transaction(() => {
    for (let id = 1; id <= entries; id += 1) {
      const { hash, ext, mime, url } = fileOf(id);
      add.run(`file-${id}`, `File ${id}${ext}`, hash, ext, mime, (id * 7919) / 100, url, NOW - id, NOW - id);
    }
    for (const [at, rows] of byEntry.entries()) {
      const id = at + 1;
      const text = `${textFor(id)}${id % LOGO_IN === 0 ? `\n![](${fileOf(LOGO).url})` : ''}`;
      for (const row of rows) {
        if (id % 10 < COVERS) place.run(id, row);
        if (text !== '') write.run(text, row);
      }
    }
  })();
  db.exec('analyze');
  db.close();
};

interface Piece {
  readonly id: number;
  readonly document_id: string;
}

/** Draft and published rows of each entry. */
const groupByEntry = (rows: readonly Piece[]): readonly (readonly number[])[] => {
  const entries = new Map<string, number[]>();
  for (const { id, document_id } of rows) entries.set(document_id, [...(entries.get(document_id) ?? []), id]);
  return [...entries.values()];
};

const fileOf = (id: number) => {
  const isLinked = id % 10 === LINKS - 1;
  const hash = `file_${id}_${((id * 2_654_435_761) % 2 ** 40).toString(16).padStart(10, '0')}`;
  const ext = isLinked ? '.pdf' : '.png';
  return { hash, ext, mime: isLinked ? 'application/pdf' : 'image/png', url: `/uploads/${hash}${ext}` };
};

const textFor = (id: number): string => {
  const { hash, ext, url } = fileOf(id);
  const kind = id % 10;
  if (kind < COVERS) return '';
  if (kind < PICTURES) return `\n![](${url})`;
  if (kind < FORMATS) return `\n<img src="https://cms.example.com/uploads/small_${hash}${ext}">`;
  return kind < LINKS ? `\n[PDF](https://cdn.example.com/x/${hash}${ext})` : '';
};

/** How many of the files are nowhere. */
export const unreferenced = (entries: number): number => {
  let count = 0;
  for (let id = 1; id <= entries; id += 1) if (id % 10 >= LINKS && id !== LOGO) count += 1;
  return count;
};
