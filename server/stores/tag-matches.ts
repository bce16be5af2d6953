import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { SideMatch, TagMatch } from '../core/tag-match';
import { ownTable } from './tables';

/** The column in which our tables about entries keep the document's ID. */
export const DOCUMENT_ID = 'entry_document_id';

/**
 * The entries of a type that have such a tag, to stand in another query: it selects nothing yet and is never run by
 * itself. What is no part of a journey has none, even if an import brought both.
 */
export const taggedEntries = (strapi: Core.Strapi, uid: string, match: TagMatch): Knex.QueryBuilder =>
  withTag(strapi, uid, match).whereNotIn(DOCUMENT_ID, excludedEntries(strapi, uid).select(DOCUMENT_ID));

/**
 * All entries of a type but those that have such a tag are asked for by leaving these out. What is no part of a journey
 * is among them, since it is left out anyway, at half the price; each stands once, which makes SQLite read an index.
 */
export const entriesToLeaveOut = (strapi: Core.Strapi, uid: string, match: TagMatch): Knex.QueryBuilder =>
  withTag(strapi, uid, match).distinct();

const withTag = (strapi: Core.Strapi, uid: string, { persona, stage }: TagMatch): Knex.QueryBuilder =>
  entriesIn(strapi, 'tag', uid).where(sideOf('persona', persona)).where(sideOf('stage', stage));

/** The entries of a type that are no part of a journey, likewise. */
export const excludedEntries = (strapi: Core.Strapi, uid: string): Knex.QueryBuilder =>
  entriesIn(strapi, 'exclusion', uid);

const entriesIn = (strapi: Core.Strapi, name: 'tag' | 'exclusion', uid: string): Knex.QueryBuilder =>
  strapi.db.getConnection(ownTable(strapi, name)).where('entry_uid', uid);

const sideOf =
  (column: 'persona' | 'stage', match: SideMatch) =>
  (query: Knex.QueryBuilder): void => {
    if ('oneOf' in match) {
      void query.whereIn(
        column,
        match.oneOf.map((key) => key ?? '')
      );
    } else if (match.noneOf.length > 0) void query.whereNotIn(column, [...match.noneOf]);
  };
