import type { Core } from '@strapi/strapi';
import type { AnalyticsBody, PathOverrideBody, PathOverrideInput } from '../../core/analytics-api';
import type { AnalyticsImportBody } from '../../core/consumption-api';
import { dayAt } from '../../core/evidence/day';
import { invalid, Refusal } from '../../core/refusal';
import type { SessionUser } from '../../http/session';
import { writeImportedViews } from '../../stores/consumption/imported-views';
import { addImport, findImport, importsOf, listImports, lockImports, settle } from '../../stores/consumption/imports';
import { CONSUMPTION_TABLES } from '../../stores/consumption/tables';
import { inTransaction } from '../../stores/transaction';
import { service } from '..';
import { analyticsBody, effectOf, entriesIn, importBodies } from './bodies';
import { overridePath } from './overrides';
import { readAnalytics, type AnalyticsReading, type AnalyticsRequest } from './reading';

/** Views that other tools have counted, imported from their files. */
export const createAnalyticsService = ({ strapi }: { strapi: Core.Strapi }) => {
  const changed = (): void => service(strapi, 'changes').mark(CONSUMPTION_TABLES.imports);

  const write = (request: AnalyticsRequest, { file, site, matches, ...reading }: AnalyticsReading) =>
    inTransaction(strapi, async (trx) => {
      const { period } = reading;
      if (period === null) {
        throw invalid(
          'from',
          '`from`: the file does not say which days it is about; give `from` and `to`, as 2026-12-31.'
        );
      }
      await lockImports(trx);
      const key = { format: file.tool, site };
      const effect = effectOf(await importsOf(trx, key), period);
      const id = await addImport(trx, {
        ...key,
        name: request.name?.slice(0, 255) ?? null,
        from: period.from,
        to: period.to,
        isComplete: reading.incomplete.length === 0,
        rows: file.rows,
        views: file.views,
        mappedViews: matches.mapped.views,
        mappedEntries: entriesIn(matches.views.values()),
        userId: request.userId,
        at: Date.now(),
        detail: detailOf(file.report, reading.incomplete),
      });
      await writeImportedViews(trx, id, { period, views: matches.views.values(), obstacles: matches.shared });
      await settle(trx, key);
      request.signal.throwIfAborted();
      return { effect, done: await findImport(trx, id) };
    });

  /** Takes an import back, or lets it count again. */
  const change = async (id: number, isUndone: boolean): Promise<AnalyticsImportBody> => {
    const found = await inTransaction(strapi, async (trx) => {
      await lockImports(trx);
      const present = await findImport(trx, id);
      if (present === null) return null;
      if ((present.state === 'undone') === isUndone) {
        throw new Refusal('conflict', `\`id\`: import ${id} is ${isUndone ? 'undone already' : 'not undone'}.`, {
          field: 'id',
        });
      }
      await settle(trx, present, { id, isUndone });
      return findImport(trx, id);
    });
    const [body] = found === null ? [] : await importBodies(strapi, [found]);
    if (body === undefined) throw new Refusal('not-found', `\`id\`: there is no import ${id}.`, { field: 'id' });
    changed();
    return body;
  };

  return {
    /** What importing the file would do; nothing is written. */
    dryRun: async (request: AnalyticsRequest): Promise<AnalyticsBody> => {
      const reading = await readAnalytics(strapi, request, dayAt(Date.now()));
      const { file, site, period } = reading;
      const present = await inTransaction(strapi, (trx) => importsOf(trx, { format: file.tool, site }));
      return analyticsBody(strapi, request, reading, period && effectOf(present, period), null);
    },

    /** Imports it in one transaction; counted imports of the same tool and site whose days overlap count no longer. */
    apply: async (request: AnalyticsRequest): Promise<AnalyticsBody> => {
      const reading = await readAnalytics(strapi, request, dayAt(Date.now()));
      const { effect, done } = await write(request, reading);
      changed();
      return analyticsBody(strapi, request, reading, effect, done);
    },

    list: async (page: { readonly limit: number; readonly offset: number }) => {
      const { imports, total } = await inTransaction(strapi, (trx) => listImports(trx, page));
      return { imports: await importBodies(strapi, imports), total };
    },

    undo: (id: number) => change(id, true),
    redo: (id: number) => change(id, false),

    override: (input: PathOverrideInput, user: SessionUser): Promise<PathOverrideBody> =>
      overridePath(strapi, input, user),
  };
};

const detailOf = (report: string, incomplete: readonly string[]): string => JSON.stringify({ report, incomplete });
