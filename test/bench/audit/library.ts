/** A large library with tags, written by plain SQL: the Document Service would take half an hour. */
import type BetterSqlite3 from 'better-sqlite3';
import Database from 'better-sqlite3';
import type { Core } from '@strapi/strapi';
import { withHost } from '../host';

export const UID = 'api::piece.piece';
export const LIBRARY = 'pieces';
export const TAGS = 'cs_tags';

const PERSONAS = ['finance-lead', 'it-admin', 'ops', 'founder', 'analyst'];
const STAGES = ['awareness', 'consideration', 'decision', 'onboarding', 'adoption', 'retention'];
const USERS = 20;
const NOW = Date.UTC(2026, 5, 15);
const DAY = 86_400_000;
const COMMIT = 5_000;

/** Makes a database with this many entries: most of them published, some changed since, some drafts; two in three tagged. */
export const buildLibrary = async (file: string, entries: number): Promise<void> => {
  await withHost(file, addPeople);
  const db = new Database(file);
  const chance = randomFrom(1);
  const write = writers(db);
  const addMany = db.transaction((from: number, to: number) => {
    for (let at = from; at < to; at += 1) addEntry(at, chance, write);
  });
  for (let from = 0; from < entries; from += COMMIT) addMany(from, Math.min(from + COMMIT, entries));
  db.exec('analyze');
  db.close();
};

/** Edits one entry in a hundred, here and there in the order in which the audit reads. */
export const changeOnePercent = (file: string): void => {
  const db = new Database(file);
  const ids = db.prepare(`select document_id from ${LIBRARY} where published_at is null order by id`).pluck().all();
  const edit = db.prepare(
    `update ${LIBRARY} set title = title || ' (new)', updated_at = ? where document_id = ? and published_at is null`
  );
  db.transaction(() => {
    for (const [at, id] of ids.entries()) if (at % 100 === 50) edit.run(NOW + at, id);
  })();
  db.close();
};

type Chance = () => number;
type Writers = ReturnType<typeof writers>;

const addPeople = async (strapi: Core.Strapi): Promise<void> => {
  for (let at = 1; at <= USERS; at += 1) {
    await strapi.db.query('admin::user').create({
      data: {
        firstname: 'Author',
        lastname: String(at),
        email: `a${at}@example.com`,
        isActive: true,
        blocked: at > 17,
      },
    });
  }
  for (const [position, key] of PERSONAS.entries()) {
    await strapi.db.query('plugin::content-strategy.persona').create({
      data: { key, name: key, description: '', group: '', priority: 'primary', buys: true, uses: true, position },
    });
  }
  const stages = strapi.db.query('plugin::content-strategy.stage');
  if ((await stages.count()) > 0) return;
  for (const [position, key] of STAGES.entries()) {
    const journey = position < 3 ? 'buyer' : 'customer';
    await stages.create({ data: { key, name: key, journey, position, aliases: [], target: 2, playbook: {} } });
  }
};

const writers = (db: BetterSqlite3.Database) => {
  const into = (table: string, columns: readonly string[]) =>
    db.prepare(`insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`);
  const own = ['document_id', 'created_at', 'updated_at', 'published_at', 'created_by_id'];
  return {
    piece: into(LIBRARY, [...own, 'title', 'slug', 'summary', 'body']),
    tag: into(TAGS, ['document_id', 'entry_uid', 'entry_document_id', 'persona', 'stage', 'origin']),
    exclusion: into('cs_exclusions', ['document_id', 'entry_uid', 'entry_document_id', 'reason']),
  };
};

const addEntry = (at: number, chance: Chance, write: Writers): void => {
  const id = documentId(chance);
  const createdAt = NOW - Math.floor(chance() * 2000 * DAY);
  const publishedAt = createdAt + Math.floor(chance() * (NOW - createdAt));
  const words = [`Piece ${at}: how to ${id.slice(0, 5)} your ${id.slice(5, 12)}`, `piece-${at}`, SUMMARY, BODY];
  const author = 1 + Math.floor(chance() * USERS);
  const kind = chance();
  const isDraft = kind < 0.15;
  const editedAt = !isDraft && kind < 0.3 ? publishedAt + Math.floor(chance() * (NOW - publishedAt)) + 1 : publishedAt;
  write.piece.run(id, createdAt, editedAt, null, author, ...words);
  if (!isDraft) write.piece.run(id, createdAt, publishedAt, publishedAt, author, ...words);
  addTags(id, chance, write);
};

const addTags = (id: string, chance: Chance, write: Writers): void => {
  const kind = chance();
  if (kind > 0.7) return;
  if (kind > 0.65) {
    write.exclusion.run(documentId(chance), UID, id, 'legal');
    return;
  }
  const origin = kind < 0.4 ? 'person' : 'rule';
  const stages = kind < 0.05 ? [''] : some(STAGES, chance);
  for (const persona of some(PERSONAS, chance)) {
    for (const stage of stages) write.tag.run(documentId(chance), UID, id, persona, stage, origin);
  }
};

/** One, two or (seldom) three neighbours of a list. */
const some = (keys: readonly string[], chance: Chance): readonly string[] => {
  const size = [1, 1, 1, 2, 2, 3][Math.floor(chance() * 6)] ?? 1;
  const from = Math.floor(chance() * (keys.length - size + 1));
  return keys.slice(from, from + size);
};

/** As Strapi makes them: their order has nothing to do with the order in which entries came. */
const documentId = (chance: Chance): string => {
  let id = '';
  while (id.length < 24)
    id += Math.floor(chance() * 36 ** 6)
      .toString(36)
      .padStart(6, '0');
  return id;
};

/** The same library every time (mulberry32). */
const randomFrom = (seed: number): Chance => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
};

const SUMMARY =
  'What it costs, what it saves and whom to ask: a short summary as an editor would write it beneath the title, long enough for two lines in a list.';

const BODY = SUMMARY.repeat(8);
