import { join } from 'node:path';
import { machine } from '../audit/report';
import { cachedLibrary, copyDatabase, fastest, said, withCopies } from '../database';
import { prepareHost, runStep } from '../host';
import type { Reading } from '../meter';

/** Trying out as many rules with as many values as a request may hold, in a library of this many entries. */
export const benchRules = async (entries: number, runs: number): Promise<Reading> => {
  const worker = await prepareHost(join(__dirname, 'worker.ts'));
  const library = await cachedLibrary(worker, entries);
  return withCopies(async (_fresh, database) => {
    const readings: Reading[] = [];
    while (readings.length < runs) {
      copyDatabase(library, database);
      readings.push(await said('preview', () => runStep<Reading>(worker, 'preview', { database })));
    }
    const figures = fastest(readings);
    console.log(`\nRules tried out in a library of ${entries.toLocaleString('en')} entries on SQLite (${machine()})\n`);
    console.table(figures);
    return figures;
  });
};
