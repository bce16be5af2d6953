/**
 * All HTTP tests in one file: Jest loads Strapi anew for every file, which takes longer than most of them. `HTTP_TESTS`
 * names a folder of them to which a run keeps.
 */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const FOLDER = join(__dirname, '../http', process.env.HTTP_TESTS ?? '');
const load = createRequire(__filename);

for (const file of readdirSync(FOLDER, { encoding: 'utf8', recursive: true })) {
  if (!file.endsWith('.test.ts')) continue;
  describe(file, () => {
    load(join(FOLDER, file));
  });
}
