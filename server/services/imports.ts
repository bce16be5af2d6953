import type { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import type { ImportBody, ImportSide } from '../core/import-api';
import { MAX_AT_ONCE, type OperationBody } from '../core/placing-api';
import { invalid, Refusal } from '../core/refusal';
import type { EntryRef } from '../core/vocabulary';
import { inTransaction } from '../stores/transaction';
import { service } from '.';
import { assumedIn, bodyOf } from './import/body';
import { asked, planEntry, previewImport } from './import/planning';
import { readImport, type ImportRequest, type Reading } from './import/reading';
import { rejectedCsv } from './import/rejected';
import { createMappingMemory, type Mapping } from './import/remembered';
import type { PlacingPlan } from './placing/plan';

/** Places entries by a sheet: what the sheet says of them, they become. */
export const createImportsService = ({ strapi }: { strapi: Core.Strapi }) => {
  const place = async (
    request: ImportRequest,
    reading: Reading,
    entries: readonly EntryRef[]
  ): Promise<OperationBody | null> => {
    const plan: PlacingPlan = (entry, current, known) => {
      request.signal.throwIfAborted();
      const planned = planEntry(reading, entry, current, known);
      if (planned.outcome !== 'rejected') return asked(planned);
      if (request.validOnly) return { skip: 'changed-meanwhile' };
      throw new Refusal('conflict', `${planned.reason} Somebody has just changed that: try again.`);
    };
    if (entries.length === 0) return null;
    const { name, userId } = request;
    const { operation } = await service(strapi, 'placing').apply({ kind: 'import', name, userId, entries, plan });
    return operation;
  };

  /** What the sheet needs to be there, and the mapping for the next time. */
  const prepare = async ({ sheet, choices, options, staged }: Reading): Promise<void> => {
    // Who applied it has seen what words were taken for, and let it be.
    const assumed = (side: ImportSide) =>
      Object.fromEntries(assumedIn(staged, side).map(({ value, means }) => [value, means]));

    for (const persona of choices.creations.personas) await service(strapi, 'personas').create(persona);
    for (const one of choices.creations.stages) await service(strapi, 'stages').create(one);
    await createMappingMemory(strapi).remember(sheet.headers, {
      columns: options.columns,
      personas: { ...assumed('personas'), ...choices.mapped.personas },
      stages: { ...assumed('stages'), ...choices.mapped.stages },
      decisions: { ...(assumed('decisions') as Mapping['decisions']), ...choices.mapped.decisions },
    });
  };

  return {
    /** What importing the file would do; nothing is written. */
    dryRun: async (request: ImportRequest): Promise<ImportBody> => {
      const reading = await readImport(strapi, request);
      const preview = await previewImport(strapi, request, reading);
      return bodyOf(request, reading, preview, { dryRun: true, operation: null });
    },

    /** The rows that importing the file would reject. */
    rejected: async (request: ImportRequest): Promise<Readable> => {
      const reading = await readImport(strapi, request);
      await previewImport(strapi, request, reading);
      return rejectedCsv(reading.sheet, reading.staged.problems);
    },

    /**
     * Imports it: all of it, or with `validOnly` the rows that can be. In one transaction where no more entries change
     * than MAX_AT_ONCE, above that in several, which are undone as one.
     */
    apply: async (request: ImportRequest): Promise<ImportBody> => {
      const reading = await readImport(strapi, request);
      const preview = await previewImport(strapi, request, reading);
      const { counts, changing } = preview;
      if (counts.rejected > 0 && !request.validOnly) {
        const [first] = reading.staged.problems.first(1);
        throw invalid(
          'file',
          `\`file\`: ${counts.rejected} of ${counts.rows} rows cannot be imported, so nothing was. Line ${first?.line ?? 0}: ${first?.reason ?? ''}`,
          { import: bodyOf(request, reading, preview, { dryRun: true, operation: null }) }
        );
      }
      requireAllFound(request, reading);
      const all = async (): Promise<OperationBody | null> => {
        await prepare(reading);
        return place(request, reading, changing);
      };
      if (changing.length <= MAX_AT_ONCE) {
        const operation = await inTransaction(strapi, all);
        return bodyOf(request, reading, preview, { dryRun: false, operation });
      }
      await inTransaction(strapi, () => prepare(reading));
      const operation = await place(request, reading, changing);
      return bodyOf(request, reading, preview, { dryRun: false, operation });
    },
  };
};

/** Which entries a sheet leaves out is not known while one of its rows may be about any of them. */
const requireAllFound = ({ mode }: ImportRequest, { staged: { lostLine } }: Reading): void => {
  if (mode !== 'replace' || lostLine === null) return;
  throw invalid(
    'mode',
    `\`mode\`: line ${lostLine} found no entry, so which ones the sheet leaves out is not known. Correct it, or import without \`replace\`.`
  );
};
