import { PERIODS, type PeriodKey } from '../../core/evidence/period';
import { addColumns, type Column } from '../columns';
import type { TableDefinition } from '../schema/definition';

/** `valid_to` of a row that is valid still. Compared by `>` alone: while an audit runs, `=` would miss rows it has closed. */
export const OPEN = 2_147_483_647;

export const TABLES = {
  meta: 'cs_meta',
  lease: 'cs_lease',
  audits: 'cs_audits',
  dimensions: 'cs_dimensions',
  inventory: 'cs_inventory',
  scopes: 'cs_inventory_scopes',
  views: 'cs_inventory_views',
  files: 'cs_files',
  fileUses: 'cs_file_uses',
  fileContents: 'cs_file_contents',
  fileState: 'cs_file_state',
} as const;

/** Temporal: a row is as of audit N when `valid_from <= N and valid_to > N`. `locale_no` 0 is the entry over all versions. */
export const INVENTORY_COLUMNS: readonly Column[] = [
  { name: 'id', type: 'bigint' },
  { name: 'type_no', type: 'integer' },
  { name: 'document_id', type: 'key' },
  { name: 'locale_no', type: 'integer' },
  { name: 'title', type: 'text', nullable: true },
  { name: 'path', type: 'text', nullable: true },
  { name: 'status_no', type: 'integer' },
  { name: 'is_current', type: 'integer' },
  { name: 'placement', type: 'key' },
  { name: 'open_reason', type: 'key', nullable: true },
  { name: 'scope', type: 'key', nullable: true },
  { name: 'excluded', type: 'key', nullable: true },
  { name: 'tags', type: 'text' },
  { name: 'locales', type: 'text' },
  { name: 'owner_id', type: 'integer', nullable: true },
  { name: 'owner', type: 'key', nullable: true },
  { name: 'owner_state', type: 'key', nullable: true },
  { name: 'created_at', type: 'bigint' },
  { name: 'updated_at', type: 'bigint' },
  { name: 'content_date', type: 'bigint', nullable: true },
  { name: 'expires_at', type: 'bigint', nullable: true },
  { name: 'findings', type: 'text' },
  { name: 'decision', type: 'key', nullable: true },
  { name: 'due', type: 'key', nullable: true },
  { name: 'decision_detail', type: 'text', nullable: true },
  { name: 'first_published', type: 'integer', nullable: true },
  { name: 'readable_from', type: 'integer', nullable: true },
  { name: 'judgeable_from', type: 'integer', nullable: true },
  { name: 'evidence_no', type: 'integer' },
  { name: 'fingerprint', type: 'key' },
  { name: 'valid_from', type: 'integer' },
  { name: 'valid_to', type: 'integer' },
];

/** One narrow row per list that an inventory row stands in; the index holds all of it, so that a page is one range scan. */
export const SCOPE_COLUMNS: readonly Column[] = [
  { name: 'scope_no', type: 'integer' },
  { name: 'updated_at', type: 'bigint' },
  { name: 'inventory_id', type: 'bigint' },
  { name: 'valid_from', type: 'integer' },
  { name: 'valid_to', type: 'integer' },
  { name: 'type_no', type: 'integer' },
  { name: 'locale_no', type: 'integer' },
  { name: 'status_no', type: 'integer' },
  { name: 'evidence_no', type: 'integer' },
];

/** Where the views of a period stand beside those of all time, and the days of it that are not known. */
export const PERIOD_COLUMNS = {
  '30-days': { views: 'views_30_days', missing: 'missing_30_days' },
  '90-days': { views: 'views_90_days', missing: 'missing_90_days' },
  '12-months': { views: 'views_12_months', missing: 'missing_12_months' },
} as const satisfies Record<PeriodKey, { readonly views: string; readonly missing: string }>;

type ViewsColumn = (typeof PERIOD_COLUMNS)[PeriodKey]['views'];
type MissingColumn = (typeof PERIOD_COLUMNS)[PeriodKey]['missing'];

/** As the database returns them; `null` where nothing tells. */
export type PeriodColumns = Readonly<
  Record<ViewsColumn, number | string | null> & Record<MissingColumn, number | null>
>;

/** What was counted of a row as of the newest audit, without versions: it would make a new row of every entry every day. */
export const VIEW_COLUMNS: readonly Column[] = [
  { name: 'type_no', type: 'integer' },
  { name: 'document_id', type: 'key' },
  { name: 'locale_no', type: 'integer' },
  { name: 'views', type: 'bigint', nullable: true },
  { name: 'views_from', type: 'integer', nullable: true },
  { name: 'views_to', type: 'integer', nullable: true },
  { name: 'measured_days', type: 'integer' },
  { name: 'window_days', type: 'integer' },
  { name: 'window_to', type: 'integer', nullable: true },
  { name: 'last_viewed', type: 'integer', nullable: true },
  { name: 'sources', type: 'text' },
  ...PERIODS.flatMap((key): readonly Column[] => [
    { name: PERIOD_COLUMNS[key].views, type: 'bigint', nullable: true },
    { name: PERIOD_COLUMNS[key].missing, type: 'integer', nullable: true },
  ]),
];

/** Temporal as the inventory: valid from one look at the files up to another, each by its audit's number. */
export const FILE_COLUMNS: readonly Column[] = [
  { name: 'id', type: 'bigint' },
  { name: 'file_id', type: 'integer' },
  { name: 'document_id', type: 'key' },
  { name: 'name', type: 'key' },
  { name: 'url', type: 'text' },
  { name: 'mime', type: 'key' },
  { name: 'ext', type: 'key' },
  { name: 'size', type: 'bigint' },
  { name: 'created_at', type: 'bigint' },
  { name: 'usage_no', type: 'integer' },
  { name: 'used_by', type: 'integer' },
  { name: 'uses', type: 'text' },
  { name: 'duplicates', type: 'integer', nullable: true },
  { name: 'grade', type: 'key' },
  { name: 'evidence', type: 'text' },
  { name: 'fingerprint', type: 'key' },
  { name: 'valid_from', type: 'integer' },
  { name: 'valid_to', type: 'integer' },
];

/** Which entries hold which files, as they are found; gone when the files are judged. `id` counts them. */
export const FILE_USE_COLUMNS: readonly Column[] = [
  { name: 'id', type: 'bigint' },
  { name: 'file_id', type: 'integer' },
  { name: 'type_no', type: 'integer' },
  { name: 'document_id', type: 'key' },
  { name: 'is_published', type: 'integer' },
];

/** What files of the host's own disk contain, as of a time of change; sizes as Strapi tells them, in bytes. */
export const FILE_CONTENT_COLUMNS: readonly Column[] = [
  { name: 'file_id', type: 'integer' },
  { name: 'size', type: 'bigint' },
  { name: 'changed_at', type: 'bigint' },
  { name: 'digest', type: 'key' },
];

/** As the present version has them; `server/stores/schema/steps.ts` leads earlier ones here. */
export const AUDIT_DEFINITIONS: readonly TableDefinition[] = [
  {
    name: TABLES.lease,
    build: (table) => {
      table.string('name', 32).primary();
      table.integer('audit_id').notNullable();
      table.string('holder', 64).notNullable();
      table.bigInteger('expires_at').notNullable();
      table.integer('is_wanted').notNullable().defaultTo(0);
    },
    firstRow: { name: 'audit', audit_id: 0, holder: '', expires_at: 0 },
  },
  {
    name: TABLES.audits,
    build: (table) => {
      table.increments('id');
      table.string('status', 16).notNullable();
      table.string('trigger_kind', 16).notNullable();
      table.string('name', 255).nullable();
      table.integer('done').notNullable().defaultTo(0);
      table.integer('total').notNullable().defaultTo(0);
      table.bigInteger('started_at').notNullable();
      table.bigInteger('finished_at').nullable();
      table.text('error').nullable();
      table.integer('outdated').notNullable().defaultTo(0);
      table.text('snapshot', 'longtext').nullable();
    },
  },
  {
    name: TABLES.dimensions,
    build: (table) => {
      table.increments('no');
      table.string('kind', 16).notNullable();
      table.string('name', 255).notNullable();
      table.unique(['kind', 'name'], { indexName: 'cs_dimensions_name' });
    },
  },
  {
    name: TABLES.inventory,
    build: (table, db) => {
      addColumns(db, table, INVENTORY_COLUMNS);
      table.primary(['id']);
      table.index(['type_no', 'document_id', 'locale_no', 'valid_to'], 'cs_inventory_entry');
      table.index(['valid_to'], 'cs_inventory_valid_to');
      table.index(['valid_from'], 'cs_inventory_valid_from');
    },
  },
  {
    name: TABLES.scopes,
    build: (table, db) => {
      addColumns(db, table, SCOPE_COLUMNS);
      table.index(
        SCOPE_COLUMNS.map(({ name }) => name),
        'cs_inventory_scopes_list'
      );
      table.index(['inventory_id'], 'cs_inventory_scopes_row');
    },
  },
  {
    name: TABLES.views,
    build: (table, db) => {
      addColumns(db, table, VIEW_COLUMNS);
      table.primary(['type_no', 'document_id', 'locale_no']);
    },
  },
  {
    name: TABLES.files,
    build: (table, db) => {
      addColumns(db, table, FILE_COLUMNS);
      table.primary(['id']);
      table.index(['usage_no', 'size', 'id'], 'cs_files_list');
      table.index(['file_id', 'valid_to'], 'cs_files_file');
      table.index(['valid_to'], 'cs_files_valid_to');
      table.index(['valid_from'], 'cs_files_valid_from');
    },
  },
  {
    name: TABLES.fileUses,
    build: (table, db) => {
      addColumns(db, table, FILE_USE_COLUMNS);
      table.primary(['id']);
      table.index(['file_id', 'id'], 'cs_file_uses_file');
    },
  },
  {
    name: TABLES.fileContents,
    build: (table, db) => {
      addColumns(db, table, FILE_CONTENT_COLUMNS);
      table.primary(['file_id']);
      table.index(['size', 'digest'], 'cs_file_contents_same');
    },
  },
  {
    name: TABLES.fileState,
    build: (table) => {
      table.integer('audit_id').notNullable();
      table.bigInteger('started_at').notNullable();
      table.bigInteger('finished_at').notNullable();
      table.text('totals').notNullable();
    },
  },
];
