import { join } from 'node:path';
import { cachedLibrary, copyDatabase, fastest, said, withCopies } from '../database';
import { prepareHost, runStep } from '../host';
import type { Duration, Reading } from '../meter';
import { figuresOf, report, type Figures, type Measured } from './report';

/** Our audit, first and after 1 % of the entries changed, against the raw floor and a script on the Document Service. */
export const benchAudit = async (entries: number, runs: number): Promise<Figures> => {
  const worker = await prepareHost(join(__dirname, 'worker.ts'));
  const library = await cachedLibrary(worker, entries);
  const timed = <T extends Duration>(name: string, step: string, parameters: unknown): Promise<T> =>
    said(name, () => runStep<T>(worker, step, parameters));
  return withCopies(async (fresh, audited) => {
    const round = async () => {
      copyDatabase(library, audited);
      const first = await timed<Reading>('audit', 'audit', { database: audited });
      copyDatabase(library, fresh);
      const firstFloor = await timed('its floor', 'firstFloor', { fresh, audited });
      await runStep(worker, 'change', { database: audited });
      const againFloor = await timed('the floor of the next', 'againFloor', { audited });
      const again = await timed<Reading>('audit after 1 % changed', 'audit', { database: audited });
      return { first, firstFloor, again, againFloor };
    };
    const rounds = [await round()];
    while (rounds.length < runs) rounds.push(await round());
    // Once: it runs long enough to even out.
    const peer = await timed('script on the Document Service', 'peer', { database: audited });
    const measured: Measured = {
      first: {
        ours: fastest(rounds.map((one) => one.first)),
        floor: fastest(rounds.map((one) => one.firstFloor)),
        peer,
      },
      again: {
        ours: fastest(rounds.map((one) => one.again)),
        floor: fastest(rounds.map((one) => one.againFloor)),
        peer,
      },
    };
    report(entries, measured);
    return { first: figuresOf(measured.first, entries), again: figuresOf(measured.again, entries) };
  });
};
