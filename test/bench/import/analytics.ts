/** The steps about analytics of the import's benchmark. */
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import Database from 'better-sqlite3';
import type { Core } from '@strapi/strapi';
import type { SessionAbility } from '../../../server/http/session';
import { service } from '../../../server/services';
import { bytesAt } from '../../support/sheets';
import { LIBRARY, UID } from '../audit/library';
import { withHost } from '../host';
import { measure, type Reading } from '../meter';

interface WithViews {
  readonly database: string;
  readonly views: string;
}

/** GA4's *Pages and screens* of the library: every published entry's page, and one page in ten that is none's. */
export const exportViews = async ({ database, views }: WithViews): Promise<number> => {
  await withHost(database, (strapi) =>
    service(strapi, 'contentTypes').update(UID, { audited: true, urlPattern: '/pieces/{slug}' }, 'system')
  );
  const db = new Database(database, { readonly: true });
  const slugs = db
    .prepare(`select distinct slug from ${LIBRARY} where published_at is not null and slug is not null`)
    .pluck()
    .all();
  db.close();
  const lines = function* (): Generator<string> {
    yield HEAD;
    for (const [at, slug] of slugs.entries()) {
      yield `/pieces/${String(slug)},${1 + ((at * 7919) % 5000)},12,3.67168461945965,49.37149037612573,7,0,0\n`;
      if (at % 10 === 0) yield `/tags/${at},3,1,3,2.5,7,0,0\n`;
    }
  };
  await pipeline(lines, createWriteStream(views));
  return slugs.length + Math.ceil(slugs.length / 10);
};

/** Looks the file through, or imports it. */
export const readViews =
  (kind: 'dryRun' | 'apply', abilityOf: (strapi: Core.Strapi) => Promise<SessionAbility>) =>
  ({ database, views }: WithViews): Promise<Reading> =>
    withHost(database, async (strapi) => {
      const [ability, { signal }] = [await abilityOf(strapi), new AbortController()];
      const request = { bytes: bytesAt(views), name: 'ga4.csv', ability, userId: null, signal, because: [] };
      return measure(async () => {
        const { mapped } = await service(strapi, 'analytics')[kind](request);
        if (mapped.entries === 0) throw new Error('The import found nothing');
      });
    });

const HEAD = `# ----------------------------------------
# Pages and screens: Page path and screen class
# Account: Bench
# Property: Bench
# ----------------------------------------
#
# All Users
# Start date: 20250101
# End date: 20251231
Page path and screen class,Views,Active users,Views per active user,Average engagement time per active user,Event count,Key events,Total revenue
`;
