/** The steps of the import's benchmark, each run in a process of its own. */
import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Core } from '@strapi/strapi';
import { parse } from 'csv-parse';
import type { SessionAbility } from '../../../server/http/session';
import { service } from '../../../server/services';
import { bytesAt } from '../../support/sheets';
import { buildLibrary } from '../audit/library';
import { answerStep, withHost } from '../host';
import { measure, type Reading } from '../meter';
import { exportViews, readViews } from './analytics';

interface On {
  readonly database: string;
}

interface WithSheet extends On {
  readonly sheet: string;
}

/** The library as its owners would export it. */
const exportSheet = ({ database, sheet }: WithSheet): Promise<void> =>
  withHost(database, async (strapi) => {
    await service(strapi, 'audit').run();
    const options = { delimiter: ',', bom: true, shape: 'entries', per: 'entry' } as const;
    const csv = await service(strapi, 'exports').open('tags.csv', {
      query: {},
      options,
      ability: await ability(strapi),
    });
    await pipeline(csv, createWriteStream(sheet));
  });

const requestOf = async (strapi: Core.Strapi, { sheet }: WithSheet, columns: Readonly<Record<string, null>>) => ({
  bytes: bytesAt(sheet),
  name: 'tags.csv',
  options: { columns },
  mode: 'merge' as const,
  validOnly: true,
  ability: await ability(strapi),
  userId: null,
  signal: new AbortController().signal,
});

const dryRun =
  (columns: Readonly<Record<string, null>>) =>
  (on: WithSheet): Promise<Reading> =>
    withHost(on.database, async (strapi) => {
      const request = await requestOf(strapi, on, columns);
      const reading = await measure(async () => {
        const { counts } = await service(strapi, 'imports').dryRun(request);
        if (counts.unchanged === 0) throw new Error('The import found nothing');
      });
      return reading;
    });

/** The same file by the library alone: every row read, nothing done with it. */
const floor = ({ sheet }: { readonly sheet: string }): Promise<Reading> =>
  measure(async () => {
    let rows = 0;
    const parser = createReadStream(sheet).pipe(parse({ bom: true, relax_column_count: true }));
    for await (const row of parser) rows += Array.isArray(row) ? 1 : 0;
    if (rows === 0) throw new Error('No rows');
  });

const ability = async (strapi: Core.Strapi): Promise<SessionAbility> => {
  const role = (await strapi.service('admin::role').getSuperAdmin()) as { readonly id: number };
  const email = 'bench@example.com';
  const users = strapi.db.query('admin::user');
  const user: unknown =
    (await users.findOne({ where: { email }, populate: ['roles'] })) ??
    (await strapi.service('admin::user').create({ email, firstname: 'Bench', roles: [role.id], isActive: true }));
  return (await strapi.service('admin::permission').engine.generateUserAbility(user)) as SessionAbility;
};

const steps = {
  build: ({ database, entries }: On & { readonly entries: number }) => buildLibrary(database, entries),
  exportSheet,
  byId: dryRun({}),
  byTitle: dryRun({ 'Document ID': null, UID: null, URL: null }),
  floor,
  exportViews,
  dryRunViews: readViews('dryRun', ability),
  importViews: readViews('apply', ability),
};

void answerStep(steps);
