/** The steps of the audit's benchmark, each run in a process of its own. */
import { service } from '../../../server/services';
import { answerStep, withHost } from '../host';
import { measure, type Reading } from '../meter';
import { againFloor, firstFloor } from './floor';
import { buildLibrary, changeOnePercent, UID } from './library';

interface On {
  readonly database: string;
}

const audit = ({ database }: On): Promise<Reading> =>
  withHost(database, async (strapi) => {
    const reading = await measure(async () => {
      const { status, error } = await service(strapi, 'audit').run();
      if (status !== 'finished') throw new Error(`The audit ${status}: ${error ?? ''}`);
    });
    return reading;
  });

/**
 * What a team would write to get the same facts without us. In document order, because both statuses of an entry have
 * to be seen together, and without an order pages may repeat and skip.
 */
const peer = ({ database }: On): Promise<Reading> =>
  withHost(database, (strapi) =>
    measure(async () => {
      for (const status of ['draft', 'published'] as const) {
        for (let start = 0, found = 1; found > 0; start += 1_000) {
          const page = await strapi
            .documents(UID as 'api::piece.piece')
            .findMany({ status, populate: ['createdBy'], sort: 'documentId', start, limit: 1_000 });
          found = page.length;
        }
      }
    })
  );

const steps = {
  build: ({ database, entries }: On & { readonly entries: number }) => buildLibrary(database, entries),
  audit,
  change: ({ database }: On) => changeOnePercent(database),
  firstFloor,
  againFloor,
  peer,
};

export type Steps = typeof steps;

void answerStep(steps);
