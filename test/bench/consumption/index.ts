import { join } from 'node:path';
import { machine } from '../audit/report';
import { cachedLibrary, copyDatabase, fastest, said, withCopies } from '../database';
import { prepareHost, runStep } from '../host';
import type { Reading } from '../meter';
import type { BeaconRates, DeliveryRates } from './worker';

type Figures = Readonly<Record<string, number>>;

/** Events per second against the same server's `/_health`. */
export const benchBeacon = (entries: number, runs: number): Promise<Figures> =>
  onCopies(entries, async (worker, fresh) => {
    const rates: BeaconRates[] = [];
    while (rates.length < runs) {
      const asked = { database: await fresh() };
      rates.push(await said('beacon', () => runStep<BeaconRates>(worker, 'beacon', asked)));
    }
    const best = highest(rates, ({ beacon, health }) => beacon.perSecond / health.perSecond);
    return shown('Beacons', {
      entries,
      healthPerSecond: best.health.perSecond,
      eventsPerSecond: best.beacon.perSecond,
      ratio: best.beacon.perSecond / best.health.perSecond,
      // Says more than seconds on a machine that others use too.
      processorRatio: best.health.processorMs / best.beacon.processorMs,
      eventsPerSecondInBatches: best.batched.perSecond,
    });
  });

/** Requests per second with deliveries counted and not, in turn. */
export const benchDeliveries = (entries: number, runs: number): Promise<Figures> =>
  onCopies(entries, async (worker, fresh) => {
    const pairs: { readonly on: DeliveryRates; readonly off: DeliveryRates }[] = [];
    const run = (on: boolean): Promise<DeliveryRates> =>
      said(`deliveries ${on ? 'on' : 'off'}`, async () =>
        runStep<DeliveryRates>(worker, 'deliveries', { database: await fresh(), on })
      );
    while (pairs.length < runs) pairs.push({ off: await run(false), on: await run(true) });
    return shown('Deliveries', {
      entries,
      detailPerSecond: middle(pairs.map(({ on }) => on.detail.perSecond)),
      detailRatio: middle(pairs.map(({ on, off }) => on.detail.perSecond / off.detail.perSecond)),
      detailProcessorRatio: middle(pairs.map(({ on, off }) => off.detail.processorMs / on.detail.processorMs)),
      listPerSecond: middle(pairs.map(({ on }) => on.list.perSecond)),
      listRatio: middle(pairs.map(({ on, off }) => on.list.perSecond / off.list.perSecond)),
      listProcessorRatio: middle(pairs.map(({ on, off }) => off.list.processorMs / on.list.processorMs)),
    });
  });

/** Days that become months, with the host's event loop watched. */
export const benchRollUp = (entries: number, runs: number): Promise<Figures> =>
  onCopies(1_000, async (worker, fresh) => {
    const readings: Reading[] = [];
    while (readings.length < runs) {
      const asked = { database: await fresh(), rows: entries };
      readings.push(await said('roll-up', () => runStep<Reading>(worker, 'rollUp', asked)));
    }
    const { seconds, longestBlockMs, memoryMb } = fastest(readings);
    return shown('Rolling up', { rows: entries, seconds, rowsPerSecond: entries / seconds, longestBlockMs, memoryMb });
  });

const onCopies = async (
  entries: number,
  work: (worker: string, fresh: () => Promise<string>) => Promise<Figures>
): Promise<Figures> => {
  const worker = await prepareHost(join(__dirname, 'worker.ts'));
  const library = await cachedLibrary(worker, entries);
  return withCopies((copy) =>
    work(worker, async () => {
      copyDatabase(library, copy);
      return copy;
    })
  );
};

const shown = (title: string, figures: Figures): Figures => {
  const rounded = Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Number(value.toFixed(2))]));
  console.log(`\n${title} on SQLite (${machine()})\n`);
  console.table(rounded);
  return rounded;
};

const highest = <T>(all: readonly T[], value: (one: T) => number): T =>
  all.reduce((best, one) => (value(one) > value(best) ? one : best));

const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
