import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from './compile';
import { hasLibrary } from './library/load';
import { fromCaller, parseOptions } from './options';
import { PLAYGROUND, TEMPORARY } from './paths';
import { auditedCoverage } from './plugin';
import { main, step, Trouble } from './progress';
import { isSeeded, seed } from './seed';
import { GA4_SAMPLE } from './seed/ga4';
import { ADMIN, ensureAdmin, PASSWORD, TRIAL_USERS } from './seed/people';
import { freePort, loadPlayground } from './strapi';
import { coverageText } from './summary';

const USAGE = 'npm run demo -- [--fresh] [--untagged] [--database file.db]';

/** `npm run demo`: from a clean checkout to an admin with a sample library in it. */
main(async () => {
  const { values, positionals } = parseOptions(USAGE, {
    fresh: { type: 'boolean' },
    untagged: { type: 'boolean' },
    database: { type: 'string' },
  });
  if (positionals.length > 0) throw new Trouble(`Usage: ${USAGE}`);
  const untagged = values.untagged === true;
  const port = await freePort(process.env['PORT'] ?? '1337');
  await build();
  // Tagged and untagged have a file each: trying one costs nothing that was edited in the other.
  const own = join(TEMPORARY, untagged ? 'data-untagged.db' : 'data.db');
  const database =
    values.database === undefined
      ? resolve(PLAYGROUND, process.env['DATABASE_FILENAME'] ?? own)
      : fromCaller(values.database);
  const unfinished = `${database}.unfinished`;
  if (values.fresh === true || existsSync(unfinished)) removeDatabase(database);
  const strapi = await step('Starting Strapi', () => loadPlayground({ database, port }));
  // A library loaded into a file of its own is shown as it is.
  const isLibrary = values.database !== undefined && (await hasLibrary(strapi));
  if (!isLibrary && !(await isSeeded(strapi))) {
    writeFileSync(unfinished, '');
    await step('Writing the sample library', (note) => seed(strapi, new Date(), untagged, note));
    rmSync(unfinished);
  }
  const admin = await ensureAdmin(strapi);
  const coverage = await step('Auditing', () => auditedCoverage(strapi, admin));
  await strapi.start();
  const url = `http://127.0.0.1:${port}/admin`;
  console.log(`\n${coverageText(coverage)}\n`);
  console.log(`Admin  ${url}\nLogin  ${ADMIN} / ${PASSWORD}\nAlso   ${TRIAL_USERS.join(', ')} (same password)\n`);
  console.log(`Site   http://127.0.0.1:${port}/site\nGA4    ${GA4_SAMPLE} (a sample export, for the Import page)\n`);
  console.log(`ready: ${url}`);
});

const removeDatabase = (file: string): void => {
  for (const suffix of ['', '-journal', '-wal', '-shm', '.unfinished']) rmSync(`${file}${suffix}`, { force: true });
};
