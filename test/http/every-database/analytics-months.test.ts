/** The monthly routine: a file of twelve months, and a month later that of the next twelve. */
import { actionUid } from '../../../server/core/actions';
import { isoDay } from '../../../server/core/evidence/day';
import { ga4Pages, type PathRow } from '../../support/analytics';
import { analyticsImporter, type AnalyticsImporter } from '../../support/analytics-import';
import { firstPublished, today } from '../../support/consumption';
import { as, hostForAll } from '../../support/host';
import { aGuide, ARTICLE, audited, GUIDE, withSetting } from '../../support/library';
import { reader } from '../../support/reading';
import { superAdmin, userWith } from '../../support/users';

const host = hostForAll({ config: { audit: { daily: false, afterChanges: false } } });
const NAMES = ['early', 'both', 'late', 'never'];
const ids = new Map<string, string>();
let token: string;
let send: AnalyticsImporter;

beforeAll(async () => {
  await withSetting(host(), GUIDE, { urlPattern: '/guides/{slug}' });
  for (const name of NAMES) {
    const documentId = await aGuide(host(), name);
    ids.set(name, documentId);
    await firstPublished(host(), { uid: GUIDE, documentId, locale: '' }, 500);
  }
  ({ token } = await superAdmin(host()));
  send = analyticsImporter(host(), token);
});

/** GA4's file of the 365 days that end so many days ago. */
const aYear = (until: number, rows: readonly PathRow[]): string =>
  ga4Pages(rows, { from: ga4Day(until + 364), to: ga4Day(until) });
const ga4Day = (ago: number): string => dayBefore(ago).replaceAll('-', '');
const dayBefore = (days: number): string => isoDay(today() - days);

const evidenceNow = async () => {
  await audited(host());
  const rows = await reader(host(), token).rows({});
  return Object.fromEntries(
    NAMES.map((name) => {
      const evidence = rows.find(({ documentId }) => documentId === ids.get(name))?.evidence;
      return [name, [evidence?.grade, evidence?.views, evidence?.lastViewed]];
    })
  );
};
const undo = async (id: number | undefined, how: 'undo' | 'redo') =>
  as(host(), token).post(`/content-strategy/imports/analytics/${id}/${how}`).expect(200);

test('what the older file alone has seen stays known, with the days on which it was seen; undoing brings back what was', async () => {
  await send(aYear(31, [['/', 90], ['/guides/early', 40], ['/guides/both', 9]])); // prettier-ignore
  const first = await evidenceNow();
  expect(first).toEqual({
    early: ['consumed', 40, dayBefore(31)],
    both: ['consumed', 9, dayBefore(31)],
    late: ['never-consumed', 0, null],
    never: ['never-consumed', 0, null],
  });

  const next = aYear(1, [['/', 90], ['/guides/both', 5], ['/guides/late', 3]]); // prettier-ignore
  const dry = await send(next, { dryRun: 'true' });
  expect(dry.data.grades).toEqual([
    { from: 'consumed', to: 'dormant', entries: 1 },
    { from: 'never-consumed', to: 'consumed', entries: 1 },
  ]);
  expect(await evidenceNow()).toEqual(first);

  const { data } = await send(next);
  const both = {
    // Before the first day of the newer file, of which nothing else tells.
    early: ['dormant', 40, dayBefore(366)],
    both: ['consumed', 5, dayBefore(1)],
    late: ['consumed', 3, dayBefore(1)],
    never: ['never-consumed', 0, null],
  };
  expect(await evidenceNow()).toEqual(both);
  await undo(data.import?.id, 'undo');
  expect(await evidenceNow()).toEqual(first);
  await undo(data.import?.id, 'redo');
  expect(await evidenceNow()).toEqual(both);
});

test('a newer file of a part says nothing of what it leaves out', async () => {
  const { data } = await send(
    aYear(1, [
      ['/', 90],
      ['/guides/both', 5],
    ]),
    { dryRun: 'true', complete: 'false' }
  );
  expect(data.grades).toEqual([
    { from: 'dormant', to: 'unmeasured', entries: 1 },
    { from: 'never-consumed', to: 'unmeasured', entries: 1 },
  ]);
});

test('who may not read the entries is told of none that would be judged otherwise', async () => {
  const next = aYear(1, [['/', 90], ['/guides/never', 5]]); // prettier-ignore
  const { data } = await send(next, { dryRun: 'true' });
  expect(data.grades).not.toEqual([]);
  const reading = (subject: string) => ({ action: 'plugin::content-manager.explorer.read', subject, fields: ['slug'] });
  const gradesOf = async (subject: string) => {
    const limited = await userWith(host(), [{ action: actionUid('tag') }, reading(subject)]);
    return (await analyticsImporter(host(), limited.token)(next, { dryRun: 'true' })).data.grades;
  };
  expect(await gradesOf(GUIDE)).toEqual(data.grades);
  expect(await gradesOf(ARTICLE)).toEqual([]);
});
