import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './compile';
import { TEMPORARY } from './paths';
import { main, step } from './progress';
import { isSeeded, seed } from './seed';
import { ADMIN, PASSWORD, TRIAL_USERS } from './seed/people';
import { assertPortIsFree, loadPlayground } from './strapi';

/** `npm run demo`: from a clean checkout to an admin with a sample library in it. */
main(async () => {
  const { values } = parseArgs({ options: { fresh: { type: 'boolean' }, untagged: { type: 'boolean' } } });
  const untagged = values.untagged === true;
  const port = Number(process.env['PORT'] ?? 1337);
  await assertPortIsFree(port);
  await build();
  // Tagged and untagged have a file each: trying one costs nothing that was edited in the other.
  const database = join(TEMPORARY, untagged ? 'data-untagged.db' : 'data.db');
  const unfinished = `${database}.unfinished`;
  if (values.fresh === true || existsSync(unfinished)) removeDatabase(database);
  const strapi = await step('Starting Strapi', () => loadPlayground({ database, port }));
  if (!(await isSeeded(strapi))) {
    writeFileSync(unfinished, '');
    await step('Writing the sample library', (note) => seed(strapi, new Date(), untagged, note));
    rmSync(unfinished);
  }
  await strapi.start();
  const url = `http://127.0.0.1:${port}/admin`;
  console.log(`\nAdmin  ${url}\nLogin  ${ADMIN} / ${PASSWORD}\nOthers ${TRIAL_USERS.join(', ')} (same password)\n`);
  console.log(`ready: ${url}`);
});

const removeDatabase = (file: string): void => {
  for (const suffix of ['', '-journal', '-wal', '-shm', '.unfinished']) rmSync(`${file}${suffix}`, { force: true });
};
