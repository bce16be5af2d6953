import type { Transform } from 'node:stream';
import type { Core } from '@strapi/strapi';
import type { Counted, ExportName, InventoryQuery, InventoryRow } from '../core/api';
import type { FilesQuery } from '../core/consumption-api';
import type { Axes } from '../core/axes';
import { SILENCE_GROUPS } from '../core/consumption-api';
import type { Column } from '../core/exports/column';
import { consumptionColumns } from '../core/exports/consumption';
import { coverageColumns, coverageRows } from '../core/exports/coverage';
import { filesColumns } from '../core/exports/files';
import { inventoryColumns } from '../core/exports/inventory';
import { namesOf, type Names } from '../core/exports/names';
import { neverConsumedColumns } from '../core/exports/never-consumed';
import { pairColumns, tagsColumns, tagsRows } from '../core/exports/tags';
import type { UserAbility } from '../library/access';
import { service } from '.';
import { csvOf, type CsvCell, type CsvOptions } from './csv';
import { countedRows } from './reading/counted-rows';
import { scopesOf } from './reading/scopes-of';
import { asPlacedNow } from './reading/as-placed-now';
import { openView } from './reading/view';

/** What a CSV is made of. */
export interface ExportOptions extends CsvOptions {
  readonly shape: 'entries' | 'pairs';
  readonly per: 'entry' | 'locale';
}

/** Exports of an audit's rows. */
type AuditExport = Exclude<ExportName, 'files.csv'>;

export interface ExportRequest {
  readonly query: InventoryQuery;
  readonly options: ExportOptions;
  readonly ability: UserAbility;
}

/** A request that stays with one audit; `isNewest`: nobody asked for it by its number. */
interface PinnedRequest extends ExportRequest {
  readonly isNewest: boolean;
}

/** Streams lists as CSV; memory does not grow. */
export const createExportsService = ({ strapi }: { strapi: Core.Strapi }) => {
  const rows = ({ query, options, ability }: ExportRequest): Promise<AsyncGenerator<InventoryRow>> =>
    service(strapi, 'inventory').stream(query, ability, options.per);

  /** The lists of the Never consumed page, one after the other, or the one that is asked for; each is opened, and refused, at once. */
  const silentRows = async (request: ExportRequest): Promise<AsyncGenerator<InventoryRow>> => {
    const { silence, counted = 'published' } = request.query;
    const groups = silence === undefined ? SILENCE_GROUPS : [silence];
    const lists: AsyncGenerator<InventoryRow>[] = [];
    for (const group of groups) {
      lists.push(await rows({ ...request, query: { ...request.query, counted, silence: group } }));
    }
    return each(lists, (list) => list);
  };

  const tables = {
    'coverage.csv': async ({ query, ability }, names, axes) => {
      // The heatmap holds every cell, but a filter that the lists refuse is a mistake here too.
      scopesOf(query, axes);
      const counted: Counted = query.counted ?? 'published';
      const body = await service(strapi, 'coverage').read({ ...query, counted }, ability);
      return table(coverageColumns(names, counted, body.consumption), coverageRows(body));
    },
    'inventory.csv': async (request, names) => table(inventoryColumns(names), await rows(request)),
    'never-consumed.csv': async (request, names) => table(neverConsumedColumns(names), await silentRows(request)),
    'consumption.csv': async (request, names) => {
      const versions = await rows({ ...request, options: { ...request.options, per: 'locale' } });
      return table(consumptionColumns(names), countedRows(strapi, versions));
    },
    'tags.csv': async (request, names, axes) => {
      const entries = await rows(request);
      const placed = request.isNewest ? asPlacedNow(strapi, entries, axes, request.ability) : entries;
      return request.options.shape === 'pairs'
        ? table(
            pairColumns,
            each(placed, (entry) => entry.tags.map((tag) => ({ ...tag, entry })))
          )
        : table(tagsColumns(names), each(placed, tagsRows));
    },
  } satisfies Record<AuditExport, (request: PinnedRequest, names: Names, axes: Axes) => Promise<Table>>;

  const write = (name: ExportName, lines: Table, options: CsvOptions): Transform =>
    csvOf(lines, { delimiter: options.delimiter, bom: options.bom }, (error) => {
      // A client that goes away is no fault.
      if (error && error.code !== 'ERR_STREAM_PREMATURE_CLOSE')
        strapi.log.error(`Content Strategy: ${name}: ${error.message}`);
    });

  return {
    /** The CSV as a stream; ends with the client. Refuses before the first byte what the lists refuse. */
    async open(name: AuditExport, request: ExportRequest): Promise<Transform> {
      const { audit, snapshot } = await openView(strapi, request.query, request.ability);
      const isNewest = request.query.audit === undefined;
      const pinned = { ...request, isNewest, query: { ...request.query, audit: audit.id } };
      const names = namesOf(snapshot.axes, audit.startedAt, adminUrl(strapi));
      return write(name, await tables[name](pinned, names, snapshot.axes), request.options);
    },

    /** `files.csv`, likewise. */
    async openFiles(query: FilesQuery, options: CsvOptions, ability: UserAbility): Promise<Transform> {
      const { auditedAt, rows: files } = await service(strapi, 'files').stream(query, ability);
      return write('files.csv', table(filesColumns(auditedAt), files), options);
    },
  };
};

/** The lines of a CSV, the first one its headers. */
type Table = AsyncIterable<readonly CsvCell[]>;

async function* table<Row>(
  columns: readonly Column<Row>[],
  rows: Iterable<Row> | AsyncIterable<Row>
): AsyncGenerator<readonly CsvCell[]> {
  yield columns.map(({ header }) => header);
  for await (const row of rows) yield columns.map(({ cell }) => cell(row));
}

async function* each<From, To>(
  rows: Iterable<From> | AsyncIterable<From>,
  toMany: (row: From) => Iterable<To> | AsyncIterable<To>
): AsyncGenerator<To> {
  for await (const row of rows) yield* toMany(row);
}

/** Where the admin is reached, as the host is configured: absolute, for sheets that leave the browser. */
const adminUrl = (strapi: Core.Strapi): string => strapi.config.get<string>('admin.absoluteUrl', '/admin');
