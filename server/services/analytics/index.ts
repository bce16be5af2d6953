import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { every, inBackground } from '../../background';
import type { AnalyticsBody, MoveInput, PathOverrideBody, PathOverrideInput } from '../../core/analytics-api';
import type { AnalyticsImportBody } from '../../core/consumption-api';
import { around } from '../../core/elapsed';
import { dayAt, isoDay } from '../../core/evidence/day';
import { invalid, Refusal } from '../../core/refusal';
import type { SessionUser } from '../../http/session';
import { writeImportedViews, type InTurn } from '../../stores/consumption/imported-views';
import {
  addImport,
  brokenOff,
  endWriting,
  findImport,
  importsOfTool,
  listImports,
  lockImports,
  removeUnwritten,
  settle,
} from '../../stores/consumption/imports';
import type { OtherPath } from '../../stores/consumption/other-paths';
import { CONSUMPTION_TABLES } from '../../stores/consumption/tables';
import { inTransaction } from '../../stores/transaction';
import { service } from '..';
import { analyticsBody, effectOf, importBodies, mayUndo } from './bodies';
import { gradeChanges } from './grade-changes';
import { movedSections, moveSection, takeMoveBack } from './moves';
import { mappedPaths, overridePath } from './overrides';
import { suggestPatterns } from './patterns';
import { readAnalytics, type AnalyticsReading, type AnalyticsRequest, type Matches } from './reading';

/** Between two transactions: on SQLite a writer that never rests keeps the host's out. */
const REST_MS = 5;
/** What is still being written after so long has lost its process. */
const LONGEST_MS = 3_600_000;
const SWEPT_LATER = 'what killed imports of analytics wrote is removed later';

/** Views that other tools have counted, imported from their files. */
export const createAnalyticsService = ({ strapi }: { strapi: Core.Strapi }) => {
  const changed = (): void => {
    service(strapi, 'changes').mark(CONSUMPTION_TABLES.imports);
    // Who imports a file wants to know what it says of their entries.
    service(strapi, 'schedule').soon();
  };

  const inTurn: InTurn = async (work) => {
    const result = await inTransaction(strapi, work);
    await pause(REST_MS);
    return result;
  };

  let endSweeping = (): void => undefined;
  let sweeping: Promise<void> | undefined;

  /** Removes what imports left behind whose process went away. */
  const sweep = async (): Promise<void> => {
    const lost = await inTransaction(strapi, (trx) => brokenOff(trx, around(Date.now(), LONGEST_MS)));
    for (const id of lost) await removeUnwritten(inTurn, id);
  };

  /** Writes many rows in turn with the host's queries; they count all at once, with the last transaction. */
  const write = async (request: AnalyticsRequest, { file, site, matches, ...reading }: AnalyticsReading) => {
    const { period } = reading;
    if (period === null) {
      const why = file.gap
        ? `the file has no row of ${isoDay(file.gap.missing.from)} to ${isoDay(file.gap.missing.to)}; give \`from\` and \`to\` if nothing was viewed then, or import what is before and after apart`
        : 'the file does not say which days it is about; give `from` and `to`, as 2026-12-31';
      throw invalid('from', `\`from\`: ${why}.`);
    }
    await sweep();
    const key = { format: file.tool, site };
    const id = await inTransaction(strapi, async (trx) => {
      await lockImports(trx);
      return addImport(trx, {
        ...key,
        name: request.name?.slice(0, 255) ?? null,
        from: period.from,
        to: period.to,
        isComplete: reading.incomplete.length === 0,
        rows: file.rows,
        views: file.views,
        mappedViews: matches.mapped.views,
        mappedEntries: matches.mapped.entries,
        userId: request.userId,
        at: Date.now(),
        detail: detailOf(file.report, reading.incomplete),
      });
    });
    try {
      const untilAborted: InTurn = async (work) => {
        request.signal.throwIfAborted();
        return inTurn(work);
      };
      await writeImportedViews(untilAborted, id, {
        period,
        views: matches.views.values(),
        obstacles: matches.shared,
        otherPaths: otherPathsOf(matches),
      });
      return await inTransaction(strapi, async (trx) => {
        await lockImports(trx);
        const effect = effectOf(await importsOfTool(trx, file.tool), site, period);
        await endWriting(trx, id, Date.now());
        await settle(trx, key);
        request.signal.throwIfAborted();
        return { effect, done: await findImport(trx, id) };
      });
    } catch (error) {
      await removeUnwritten(inTurn, id).catch((failure: unknown) => {
        strapi.log.warn(`Content Strategy: what import ${id} wrote is removed later: ${String(failure)}`);
      });
      throw error;
    }
  };

  /** Takes an import back, or lets it count again. */
  const change = async (id: number, isUndone: boolean, user: SessionUser): Promise<AnalyticsImportBody> => {
    const found = await inTransaction(strapi, async (trx) => {
      await lockImports(trx);
      const present = await findImport(trx, id);
      if (present === null) return null;
      if (!mayUndo(present, user)) {
        throw new Refusal(
          'forbidden',
          `\`id\`: import ${id} is somebody else's; it takes the permission \`settings\` to change whether it counts.`,
          { field: 'id' }
        );
      }
      if ((present.state === 'undone') === isUndone) {
        throw new Refusal('conflict', `\`id\`: import ${id} is ${isUndone ? 'undone already' : 'not undone'}.`, {
          field: 'id',
        });
      }
      await settle(trx, present, { id, isUndone });
      return findImport(trx, id);
    });
    const [body] = found === null ? [] : await importBodies(strapi, [found], user);
    if (body === undefined) throw new Refusal('not-found', `\`id\`: there is no import ${id}.`, { field: 'id' });
    changed();
    return body;
  };

  return {
    /** Nobody may ever import again: what killed imports wrote goes by itself. */
    start(): void {
      sweeping = inBackground(strapi, SWEPT_LATER, sweep);
      endSweeping = every(strapi, LONGEST_MS, SWEPT_LATER, sweep);
    },

    async stop(): Promise<void> {
      endSweeping();
      await sweeping;
    },

    /** What importing the file would do; nothing is written. */
    dryRun: async (request: AnalyticsRequest): Promise<AnalyticsBody> => {
      const reading = await readAnalytics(strapi, request, dayAt(Date.now()));
      const { file, site, period } = reading;
      const present = await inTransaction(strapi, (trx) => importsOfTool(trx, file.tool));
      const patterns = await suggestPatterns(strapi, request, reading.matches.unmatched);
      return analyticsBody(strapi, request, reading, period && effectOf(present, site, period), {
        done: null,
        patterns,
        grades: period && (await gradeChanges(strapi, request, reading, period)),
      });
    },

    /** Imports it, all or nothing; it counts instead of older imports of the same tool and site on the days they share. */
    apply: async (request: AnalyticsRequest): Promise<AnalyticsBody> => {
      const reading = await readAnalytics(strapi, request, dayAt(Date.now()));
      const { effect, done } = await write(request, reading);
      changed();
      return analyticsBody(strapi, request, reading, effect, { done, patterns: [], grades: null });
    },

    list: async (page: { readonly limit: number; readonly offset: number }, user: SessionUser) => {
      const { imports, total } = await inTransaction(strapi, (trx) => listImports(trx, page));
      return { imports: await importBodies(strapi, imports, user), total };
    },

    undo: (id: number, user: SessionUser) => change(id, true, user),
    redo: (id: number, user: SessionUser) => change(id, false, user),

    override: async (input: PathOverrideInput, user: SessionUser): Promise<PathOverrideBody> => {
      const body = await overridePath(strapi, input, user);
      // What was in doubt is so no longer.
      changed();
      return body;
    },

    overrides: (page: { readonly limit: number; readonly offset: number }, user: SessionUser) =>
      mappedPaths(strapi, page, user),

    move: async (input: MoveInput, user: SessionUser): Promise<MoveInput> => {
      const body = await moveSection(strapi, input, user);
      changed();
      return body;
    },

    takeMoveBack: async (input: MoveInput, user: SessionUser): Promise<MoveInput> => {
      const body = await takeMoveBack(strapi, input, user);
      changed();
      return body;
    },

    moves: (page: { readonly limit: number; readonly offset: number }, user: SessionUser) =>
      movedSections(strapi, page, user),
  };
};

function* otherPathsOf({ readdressed, doubts }: Matches): Generator<OtherPath> {
  for (const [path, one] of readdressed) yield { path, ...one };
  for (const one of doubts) yield { ...one, how: 'doubt' };
}

const detailOf = (report: string, incomplete: readonly string[]): string => JSON.stringify({ report, incomplete });
