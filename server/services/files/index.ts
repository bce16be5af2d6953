import type { Core } from '@strapi/strapi';
import type { PluginConfig } from '../../config';
import { PLUGIN_ID } from '../../core/actions';
import type { AuditBody } from '../../core/api';
import type { FileRow, FilesBody, FilesMissing, FileSort, FilesQuery } from '../../core/consumption-api';
import { isOver } from '../../core/elapsed';
import { notYet, type Refusal } from '../../core/refusal';
import type { UserAbility } from '../../library/access';
import { fileAccess } from '../../library/files/access';
import { LeaseLost } from '../../stores/audit/lease';
import { nextFiles, pageOfFiles, totalsOfFiles, type FilesFilter, type StoredFile } from '../../stores/files/list';
import { readFileState, triggerOfLook, type FileState } from '../../stores/files/state';
import { inTransaction } from '../../stores/transaction';
import { REST, restAfter, yieldToHost } from '../audit/pace';
import { lookThroughFiles } from './look';
import { namedFiles } from './named';
import { GaveWay, type FilesRun } from './turns';

/** So many files are read at a time for a CSV. */
const STREAM_PAGE = 100;

/** The Media Library's files: where each is used, and what is known of its consumption. */
export const createFilesService = ({ strapi }: { strapi: Core.Strapi }) => {
  const isOn = (): boolean => strapi.config.get<PluginConfig>(`plugin::${PLUGIN_ID}`).audit.files;

  /** Whether another look is on its way than the one shown. */
  const isUnderWay = async (shown: FileState | null): Promise<boolean> => {
    const trigger = isOn() ? await triggerOfLook(strapi, shown?.audit ?? 0) : null;
    return trigger !== null && isDue(trigger, shown);
  };

  /** What lists show, to whom. Refuses before the first look, and whom the Media Library shows nothing. */
  const open = async (query: FilesQuery, ability: UserAbility): Promise<OpenList> => {
    const access = fileAccess(strapi, ability);
    const state = await readFileState(strapi);
    if (state === null) throw missing(isOn() ? ((await isUnderWay(null)) ? 'under-way' : 'not-yet') : 'switched-off');
    return { state, filter: { ...query, audit: state.audit, ids: access === null ? null : access.ids } };
  };

  async function* pagesOf(filter: FilesFilter, ability: UserAbility): AsyncGenerator<FileRow> {
    let after: StoredFile | null | undefined = null;
    while (after !== undefined) {
      const last: StoredFile | null = after;
      const files: readonly StoredFile[] = await inTransaction(strapi, (trx) =>
        nextFiles(trx, filter, last, STREAM_PAGE)
      );
      yield* await namedFiles(strapi, files, ability);
      await yieldToHost();
      after = files.length < STREAM_PAGE ? undefined : files.at(-1);
    }
  }

  return {
    /** One page, with what all files are altogether. */
    async list(
      query: FilesQuery,
      page: { readonly page: number; readonly pageSize: number; readonly sort?: FileSort | undefined },
      ability: UserAbility
    ): Promise<FilesBody> {
      const { state, filter } = await open(query, ability);
      const { page: at, pageSize } = page;
      const { files, matching, all } = await inTransaction(strapi, async (trx) => ({
        files: await pageOfFiles(trx, filter, page.sort ?? null, { limit: pageSize, offset: (at - 1) * pageSize }),
        matching: isWhole(filter) ? state.totals : await totalsOfFiles(trx, filter),
        all: filter.ids === null ? state.totals : await totalsOfFiles(trx, { audit: filter.audit, ids: filter.ids }),
      }));
      const total = matching.files;
      return {
        data: await namedFiles(strapi, files, ability),
        meta: {
          pagination: { page: at, pageSize, pageCount: Math.ceil(total / pageSize), total, totalIsExact: true },
          totals: all,
          auditedAt: new Date(state.finishedAt).toISOString(),
          isRenewed: await isUnderWay(state),
        },
      };
    },

    /** Every file of a list in its default order; memory does not grow with it. Refuses before the first row. */
    async stream(
      query: FilesQuery,
      ability: UserAbility
    ): Promise<{ readonly auditedAt: string; readonly rows: AsyncGenerator<FileRow> }> {
      const { state, filter } = await open(query, ability);
      return { auditedAt: new Date(state.finishedAt).toISOString(), rows: pagesOf(filter, ability) };
    },

    /** Looks through the files once an audit has ended, under its lease. What goes wrong here is no fault of the audit. */
    async lookAfter(trigger: AuditBody['trigger'], run: FilesRun): Promise<void> {
      if (!isOn() || run.isAwaited() || !isDue(trigger, await readFileState(strapi))) return;
      try {
        await lookThroughFiles(strapi, run);
      } catch (error) {
        if (error instanceof LeaseLost) throw error;
        if (error instanceof GaveWay || run.signal.aborted) return;
        strapi.log.error(`Content Strategy: files were not looked through: ${String(error).slice(0, 300)}`);
      }
    },
  };
};

interface OpenList {
  readonly state: FileState;
  readonly filter: FilesFilter;
}

const isWhole = ({ ids, usage, evidence, search }: FilesFilter): boolean =>
  [usage, evidence, search].every((asked) => asked === undefined) && ids === null;

/** After changes, large libraries rest longer: texts take longer to go through than an audit. */
const isDue = (trigger: AuditBody['trigger'], state: FileState | null): boolean =>
  trigger !== 'change' || state === null || isOver(state.finishedAt, restAfter(state, REST), state.now);

const missing = (reason: FilesMissing['reason']): Refusal => notYet(reason, MISSING[reason]);

const MISSING = {
  'not-yet': 'Files have not been looked through yet: start an audit with POST /content-strategy/audits.',
  'under-way': 'Files are being looked through for the first time: ask again in a moment.',
  'switched-off': 'Files are not looked through: `audit.files` is switched off in the configuration of the plugin.',
} satisfies Record<FilesMissing['reason'], string>;
