import type { Knex } from 'knex';
import type { TableDefinition } from '../schema/definition';

/**
 * What was counted cannot be counted again: these tables are migrated and never dropped but by purge. Days are numbers
 * (core/evidence/day). Keys fit into MySQL's index of 3,072 bytes.
 */
export const CONSUMPTION_TABLES = {
  views: 'cs_views',
  days: 'cs_source_days',
  drops: 'cs_drops',
  imports: 'cs_analytics_imports',
  importScopes: 'cs_analytics_scopes',
  obstacles: 'cs_analytics_obstacles',
  overrides: 'cs_path_overrides',
  moves: 'cs_moved_sections',
  former: 'cs_former_paths',
  otherPaths: 'cs_analytics_paths',
  doubts: 'cs_doubts',
  deliveries: 'cs_deliveries',
  publications: 'cs_first_published',
  lease: 'cs_consumption_lease',
} as const;

const T = CONSUMPTION_TABLES;

/** The version of an entry, or a file with `plugin::upload.file` and `''`. */
const asset = (table: Knex.CreateTableBuilder): void => {
  table.string('uid', 255).notNullable();
  table.string('document_id', 255).notNullable();
  table.string('locale', 64).notNullable();
};

const source = (table: Knex.CreateTableBuilder): void => {
  table.string('source', 64).notNullable();
};

/** As the present version has them; `server/stores/schema/steps.ts` leads earlier ones here. */
export const CONSUMPTION_DEFINITIONS: readonly TableDefinition[] = [
  {
    // Views of an asset over a run of days: one day of the tracker, a month of it, or the period of an import.
    name: T.views,
    build: (table) => {
      asset(table);
      source(table);
      table.integer('from_day').notNullable();
      table.integer('to_day').notNullable();
      table.bigInteger('views').notNullable();
      table.primary(['uid', 'document_id', 'locale', 'source', 'from_day', 'to_day']);
      table.index(['source', 'from_day'], 'cs_views_source');
    },
  },
  {
    // What a tracker sent of a type and locale on a day, how much of it `named` its entries instead of sending a path
    // alone, and when it sent last (milliseconds). `entries` are distinct ones, as of
    // `settled_events`: the day is settled where these are all. Once `is_rolled_up`, its views stand in their month.
    name: T.days,
    build: (table) => {
      source(table);
      table.string('uid', 255).notNullable();
      table.string('locale', 64).notNullable();
      table.integer('day').notNullable();
      table.bigInteger('events').notNullable();
      table.bigInteger('named').notNullable().defaultTo(0);
      table.integer('entries').notNullable().defaultTo(0);
      table.bigInteger('settled_events').notNullable().defaultTo(0);
      table.bigInteger('last_at').notNullable().defaultTo(0);
      table.integer('is_rolled_up').notNullable().defaultTo(0);
      table.primary(['source', 'uid', 'locale', 'day']);
    },
  },
  {
    // `uid` is '' where the event named no known type.
    name: T.drops,
    build: (table) => {
      source(table);
      table.string('uid', 255).notNullable();
      table.string('reason', 32).notNullable();
      table.integer('day').notNullable();
      table.bigInteger('events').notNullable();
      table.primary(['source', 'uid', 'reason', 'day']);
    },
  },
  {
    name: T.imports,
    build: (table) => {
      table.increments('id');
      table.string('format', 32).notNullable();
      table.string('name', 255).nullable();
      table.string('site', 255).notNullable();
      table.integer('from_day').notNullable();
      table.integer('to_day').notNullable();
      table.integer('is_complete').notNullable();
      table.string('state', 16).notNullable();
      // The import whose period overlaps and which therefore counts instead.
      table.integer('replaced_by').nullable();
      table.integer('row_count').notNullable();
      table.bigInteger('views').notNullable();
      table.bigInteger('mapped_views').notNullable();
      table.integer('mapped_entries').notNullable();
      table.integer('user_id').nullable();
      table.bigInteger('at').notNullable();
      // Which report of the tool it was, and why paths may be missing: JSON.
      table.text('detail', 'longtext').notNullable();
    },
  },
  {
    // Of which types and locales an import tells: at least one of their paths is in it.
    name: T.importScopes,
    build: (table) => {
      table.integer('import_id').notNullable();
      table.string('uid', 255).notNullable();
      table.string('locale', 64).notNullable();
      table.integer('entries').notNullable();
      table.primary(['import_id', 'uid', 'locale']);
    },
  },
  {
    // Versions of which an import cannot tell though it covers their type: another has the same path.
    name: T.obstacles,
    build: (table) => {
      table.integer('import_id').notNullable();
      asset(table);
      table.primary(['uid', 'document_id', 'locale', 'import_id']);
    },
  },
  {
    // Paths that people mapped by hand, old slugs among them; `path` as `overrideKey` makes it. Without a `uid`: of no entry.
    name: T.overrides,
    build: (table) => {
      table.string('path', 700).primary();
      asset(table);
      table.integer('user_id').nullable();
      table.bigInteger('at').notNullable();
    },
  },
  {
    // Sections of the site that moved, as people said; '' is the whole site.
    name: T.moves,
    build: (table) => {
      table.string('move_key', 32).notNullable();
      table.string('from_path', 600).notNullable();
      table.string('to_path', 600).notNullable();
      table.integer('user_id').nullable();
      table.bigInteger('at').notNullable();
      table.primary(['move_key']);
    },
  },
  {
    // Paths that versions had before, as audits saw them, for good: the history of the inventory ends. `path_key` and
    // `end_key` are hashes, of the path and of its last segment; `viewed_on`: the last day a tracker sent the path.
    name: T.former,
    build: (table) => {
      asset(table);
      table.string('path_key', 32).notNullable();
      table.string('end_key', 32).notNullable();
      table.text('path', 'longtext').notNullable();
      table.integer('viewed_on').nullable();
      table.primary(['uid', 'document_id', 'locale', 'path_key']);
      table.index(['path_key'], 'cs_former_paths_path');
      table.index(['end_key'], 'cs_former_paths_end');
    },
  },
  {
    // Paths of an import that its versions have not now: `former` and `moved` ones were counted for them, of a `doubt` they
    // may have been the address.
    name: T.otherPaths,
    build: (table) => {
      table.integer('import_id').notNullable();
      asset(table);
      table.string('path_key', 32).notNullable();
      table.text('path', 'longtext').notNullable();
      table.string('how', 16).notNullable();
      table.bigInteger('views').notNullable();
      table.primary(['uid', 'document_id', 'locale', 'import_id', 'path_key']);
      table.index(['import_id'], 'cs_analytics_paths_import');
    },
  },
  {
    // Versions that may have been read on a last day, because a path that was visited is theirs and another's.
    name: T.doubts,
    build: (table) => {
      asset(table);
      table.integer('last_day').notNullable();
      table.primary(['uid', 'document_id', 'locale']);
    },
  },
  {
    // What the REST API sent: by month (core/consumption/month), with the last day.
    name: T.deliveries,
    build: (table) => {
      asset(table);
      table.integer('month').notNullable();
      table.bigInteger('details').notNullable();
      table.bigInteger('lists').notNullable();
      table.integer('last_day').notNullable();
      table.primary(['uid', 'document_id', 'locale', 'month']);
    },
  },
  {
    // Strapi resets `publishedAt` with every publishing.
    name: T.publications,
    build: (table) => {
      asset(table);
      table.integer('day').notNullable();
      table.integer('readable_from').nullable();
      table.primary(['uid', 'document_id', 'locale']);
    },
  },
  {
    // Who does the nightly work.
    name: T.lease,
    build: (table) => {
      table.string('name', 32).primary();
      table.string('holder', 64).notNullable();
      table.bigInteger('expires_at').notNullable();
    },
  },
];
