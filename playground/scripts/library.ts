import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './compile';
import { auditLibraryType, preparePlacing } from './library/place';
import { loadItems } from './library/load';
import { readMapping } from './library/mapping';
import { TEMPORARY } from './paths';
import { fromCaller, parseOptions } from './options';
import { auditedCoverage } from './plugin';
import { main, step, Trouble } from './progress';
import { ensureAdmin } from './seed/people';
import { loadPlayground } from './strapi';
import { coverageText } from './summary';

const USAGE = 'npm run library -- <file.jsonl[.gz]> [--mapping file.json] [--database file.db]';

/** `npm run library`: a JSON-lines library, loaded, placed by a mapping's rules, audited. */
main(async () => {
  const { values, positionals } = parseOptions(USAGE, { mapping: { type: 'string' }, database: { type: 'string' } });
  const [name] = positionals;
  if (name === undefined || positionals.length > 1) throw new Trouble(`Usage: ${USAGE}`);
  const file = fromCaller(name);
  if (!existsSync(file)) throw new Trouble(`There is no file ${file}`);
  const mapping = values.mapping === undefined ? undefined : readMapping(fromCaller(values.mapping));
  const database = values.database === undefined ? join(TEMPORARY, 'data.db') : fromCaller(values.database);
  await build();
  const strapi = await step('Starting Strapi', () => loadPlayground({ database }));
  await auditLibraryType(strapi);
  const placing = mapping && (await preparePlacing(strapi, mapping));
  const report = await step('Loading the library', (note) =>
    loadItems(strapi, file, async (documentId, item) => placing?.(documentId, item), note)
  );
  const admin = await ensureAdmin(strapi);
  const coverage = await step('Auditing', () => auditedCoverage(strapi, admin));
  console.log(`\n${coverageText(coverage)}\n`);
  for (const { line, reason } of report.refused) console.log(`line ${line}: ${reason}`);
  console.log(
    `${report.loaded} loaded, ${report.skipped} were there, ${report.refused.length} could not be loaded · ${database}`
  );
  const where = values.database === undefined ? '' : ` -- --database ${values.database}`;
  console.log(`Look at it: npm run demo${where}`);
  await strapi.destroy();
  process.exit(report.refused.length === 0 ? 0 : 1);
});
