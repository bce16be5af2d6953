/**
 * Makes `tracker/page.ts` small and writes it where the server finds it as a text: no build of a host can miss it.
 * `--print` only prints it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';

const root = join(import.meta.dirname, '..');
const source = readFileSync(join(root, 'tracker/page.ts'), 'utf8');
const { code } = transformSync(source, { loader: 'ts', target: 'es2020', format: 'iife', minify: true });

const tracker = code.trim();

if (process.argv.includes('--print')) process.stdout.write(tracker);
else
  writeFileSync(
    join(root, 'server/core/consumption/tracker.ts'),
    `/** The tracker as browsers get it, made from \`tracker/page.ts\` by \`npm run tracker\`; \`ENDPOINT\` stands for the path. */
export const TRACKER =
  ${JSON.stringify(tracker)};
`
  );
