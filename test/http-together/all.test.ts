/** All HTTP tests in one file: Jest loads Strapi anew for every file, which takes longer than most of them. */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const FOLDER = join(__dirname, '../http');
const load = createRequire(__filename);

for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.test.ts'))) {
  describe(file, () => {
    load(join(FOLDER, file));
  });
}
