/** What a host knows, in words that hold on every database and in every version: titles instead of IDs. */
import type { MappedPathBody } from '../../server/core/analytics-api';
import type { AnalyticsImportBody } from '../../server/core/consumption-api';
import type { AuditBody, CoverageBody, InventoryRow, TagSetBody } from '../../server/core/api';
import type { DecisionsBody, NamedDecision } from '../../server/core/decisions-api';
import type { OperationBody } from '../../server/core/placing-api';
import { apiOf } from '../support/api';
import type { Host } from '../support/host';
import { ARTICLE, GUIDE, LANDING_PAGE } from '../support/library';
import { reader, type Reader } from '../support/reading';

const TITLES = { [ARTICLE]: 'title', [GUIDE]: 'name', [LANDING_PAGE]: 'headline' } as const;

/** What a version says of its own database, and what is left once all that can be undone is undone. */
export interface Told {
  readonly facts: Awaited<ReturnType<typeof factsOf>>;
  readonly undone: Awaited<ReturnType<typeof undoAll>>;
}

/** Asks as a super admin would, and of what was counted in SQL. */
export const factsOf = async (host: Host, token: string) => {
  const entries = await entriesOf(host);
  return {
    ...(await decidedFacts(host, token)),
    ...(await entryFacts(host, token, entries)),
    counted: await countedFacts(host, entries),
    audits: await auditFacts(host, token),
  };
};

interface Entry {
  readonly uid: string;
  readonly documentId: string;
  readonly title: string;
}

const entriesOf = async (host: Host): Promise<readonly Entry[]> => {
  const entries: Entry[] = [];
  for (const [uid, field] of Object.entries(TITLES)) {
    const rows = await host.strapi.db.query(uid).findMany({ orderBy: [{ id: 'asc' }] });
    const seen = new Set<string>();
    for (const { documentId, [field]: title } of rows) {
      if (!seen.has(documentId)) entries.push({ uid, documentId, title });
      seen.add(documentId);
    }
  }
  return entries;
};

const getter =
  (host: Host, token: string) =>
  async <T>(path: string): Promise<T> => {
    const { status, body, text } = await apiOf(host, token).get(path);
    if (status !== 200) throw new Error(`${path}: ${text}`);
    return (body as { data: T }).data;
  };

const pick = (from: Readonly<Record<string, unknown>>, ...names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [name, from[name]]));

const decidedFacts = async (host: Host, token: string) => {
  const get = getter(host, token);
  const all = async (path: string, ...names: readonly string[]): Promise<Record<string, unknown>[]> =>
    (await get<Record<string, unknown>[]>(path)).map((one) => pick(one, ...names));
  return {
    personas: await all('/personas', 'key', 'name', 'description', 'group', 'priority', 'retired', 'entries'),
    stages: await all('/stages', 'key', 'name', 'journey', 'target', 'retired', 'playbook', 'entries'),
    cells: await all('/cells', 'persona', 'stage', 'target', 'notNeeded'),
    contentTypes: (await all('/content-types', 'uid', 'decided', 'setting')).filter(({ uid }) => String(uid) in TITLES),
    rules: await all('/rules', 'contentType', 'condition', 'personas', 'stages', 'excluded'),
    operations: await all('/operations', 'kind', 'name', 'status', 'counts'),
    imports: await all('/imports/analytics', 'name', 'from', 'to', 'state', 'views'),
    overrides: (await get<MappedPathBody[]>('/imports/analytics/overrides')).map(({ path, entry, by }) => [
      path,
      entry === 'none' ? entry : entry?.title,
      by,
    ]),
  };
};

/** Tags, exclusions and decisions of every entry, by its title. */
const entryFacts = async (host: Host, token: string, entries?: readonly Entry[]) => {
  const get = getter(host, token);
  const placed: Record<string, unknown> = {};
  const decided: Record<string, unknown> = {};
  for (const { uid, documentId, title } of entries ?? (await entriesOf(host))) {
    const { tags, excluded } = await get<TagSetBody>(`/tags/${uid}/${documentId}`);
    placed[title] = [
      tags.map((tag) => `${String(tag.persona)}.${String(tag.stage)} ${tag.origin}`),
      excluded?.reason ?? null,
    ];
    const { current, past } = await get<DecisionsBody>(`/decisions/${uid}/${documentId}`);
    const facts = ({ kind, note, owner, due, mergeInto }: NamedDecision) => [
      kind,
      note,
      owner,
      due,
      mergeInto?.title ?? null,
    ];
    if (current !== null || past.length > 0) decided[title] = [current && facts(current), past.map(facts)];
  }
  return { placed, decided };
};

/** Undoes all that can be undone, newest first, and tells what is left of it. */
export const undoAll = async (host: Host, token: string) => {
  const api = apiOf(host, token);
  const answers: string[] = [];
  for (const { id, kind, status } of await getter(host, token)<OperationBody[]>('/operations')) {
    if (status === 'applied') answers.push(`${kind} ${(await api.post(`/operations/${id}/undo`, {})).status}`);
  }
  for (const { id, state } of await getter(host, token)<AnalyticsImportBody[]>('/imports/analytics')) {
    const way = state === 'undone' ? 'redo' : 'undo';
    answers.push(`${way} ${(await api.post(`/imports/analytics/${id}/${way}`, {})).status}`);
  }
  return { answers, ...(await entryFacts(host, token)), imports: (await decidedFacts(host, token)).imports };
};

const countedFacts = async ({ strapi }: Host, entries: readonly Entry[]) => {
  const titles = new Map(entries.map(({ documentId, title }) => [documentId, title]));
  const rows = async (table: string, ...columns: readonly string[]): Promise<readonly string[]> => {
    const found: readonly Readonly<Record<string, string | number | null>>[] = await strapi.db.connection(table);
    return found
      .map((row) => [titles.get(String(row['document_id'])) ?? '', ...columns.map((name) => row[name])].join(' '))
      .sort();
  };
  return {
    views: await rows('cs_views', 'locale', 'source', 'from_day', 'to_day', 'views'),
    days: await rows('cs_source_days', 'source', 'uid', 'locale', 'day', 'events', 'entries'),
    scopes: await rows('cs_analytics_scopes', 'import_id', 'uid', 'locale', 'entries'),
    deliveries: await rows('cs_deliveries', 'locale', 'month', 'details', 'lists'),
    publications: await rows('cs_first_published', 'locale', 'day'),
  };
};

const auditFacts = async (host: Host, token: string) => {
  const read = reader(host, token);
  const audits: Record<string, unknown>[] = [];
  for (const audit of await getter(host, token)<AuditBody[]>('/audits')) {
    audits.push({
      ...pick({ ...audit }, 'id', 'name', 'status', 'outdated'),
      ...numbersOf(await read.coverage({ audit: audit.id })),
      rows: await rowsOf(read, { audit: audit.id, counted: 'all' }),
      german: await rowsOf(read, { audit: audit.id, counted: 'all', locale: 'de' }),
      decision: await rowsOf(read, { audit: audit.id, persona: 'finance-lead', stage: 'decision' }),
    });
  }
  return audits;
};

const numbersOf = ({ totals, cells }: CoverageBody) => ({
  totals: pick({ ...totals }, 'entries', 'placed', 'toPlace', 'excluded'),
  cells: cells.map(({ persona, stage, current, old, verdict, target, notNeeded }) =>
    [persona, stage, current, old, verdict, target, notNeeded ?? ''].join(' ')
  ),
});

const rowsOf = async (read: Reader, query: Parameters<Reader['rows']>[0]): Promise<readonly string[]> =>
  (await read.rows(query)).map(rowFacts).sort();

const rowFacts = (row: InventoryRow): string => {
  const tags = row.tags.map(({ persona, stage, origin }) => `${persona ?? '-'}.${stage ?? '-'} ${origin}`);
  const { title, path, status, current, placement, findings, decision, evidence } = row;
  return JSON.stringify([title, path, status, current, placement, tags, findings, decision?.kind, evidence.grade]);
};
