import type { AuditBody, CoverageBody, InventoryRow } from '../../../server/core/api';
import { service } from '../../../server/services';
import { damage, setLease } from '../../support/audit-tables';
import { as, hostForAll } from '../../support/host';
import {
  aGuide,
  anArticle,
  ARTICLE,
  audited,
  aVersion,
  documents,
  excluded,
  GUIDE,
  tagged,
  untagged,
  withAxes,
  withLocales,
  withSetting,
} from '../../support/library';
import { reader, type Reader } from '../../support/reading';
import { superAdmin } from '../../support/users';

const host = hostForAll({ config: { audit: { daily: false, afterChanges: false } } });
let token: string;
let read: Reader;

beforeAll(async () => {
  await withLocales(host(), 'de');
  await withAxes(host(), 'finance ops', 'awareness:buyer onboarding:customer');
  ({ token } = await superAdmin(host()));
  read = reader(host(), token);
});

const list = async (): Promise<readonly AuditBody[]> =>
  (await as(host(), token).get('/content-strategy/audits').query({ pageSize: 100 })).body.data;

const tableOf = (name: string) => host().strapi.db.connection(name);

interface Seen {
  readonly rows: readonly InventoryRow[];
  readonly german: readonly InventoryRow[];
  readonly numbers: Pick<CoverageBody, 'cells' | 'totals'>;
}

const see = async (audit: number): Promise<Seen> => {
  const { cells, totals } = await read.coverage({ audit, counted: 'all' });
  return {
    rows: await read.rows({ audit }),
    german: await read.rows({ audit, locale: 'de' }),
    numbers: { cells, totals },
  };
};

/** Numbers that follow from a seed, so that a failure can be run again. */
const dice = (seed: number) => {
  let state = seed;
  return (sides: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
};

const PAIRS = [
  'finance.awareness',
  'finance.onboarding',
  'ops.awareness',
  'everyone.awareness',
  'ops.-',
  '-.onboarding',
];

/** One change as it happens in a library, chosen by dice. */
const change = async (roll: (sides: number) => number, step: number): Promise<void> => {
  const articles = await documents(host(), ARTICLE).findMany({ status: 'draft', locale: 'en' });
  const ids = articles.map(({ documentId }) => String(documentId));
  const one = ids[roll(Math.max(ids.length, 1))] ?? (await anArticle(host(), { title: `First ${step}` }));
  const pair = PAIRS[roll(PAIRS.length)] ?? '-.onboarding';
  const changes = [
    () => anArticle(host(), { title: `Article ${step}` }).then((id) => tagged(host(), ARTICLE, id, pair)),
    () => anArticle(host(), { title: `Draft ${step}`, status: 'draft' }).then(() => undefined),
    () => aGuide(host(), `Guide ${step}`).then((id) => tagged(host(), GUIDE, id, pair)),
    () => aVersion(host(), ARTICLE, one, { locale: 'en', data: { title: `Changed ${step}` } }),
    () => aVersion(host(), ARTICLE, one, { locale: 'de', status: 'draft', data: { title: `Deutsch ${step}` } }),
    () => documents(host(), ARTICLE).unpublish({ documentId: one, locale: 'en' }),
    () => documents(host(), ARTICLE).publish({ documentId: one, locale: 'en' }),
    () => documents(host(), ARTICLE).delete({ documentId: one, locale: roll(2) === 0 ? 'de' : '*' }),
    () => untagged(host(), ARTICLE, one, pair).then(() => tagged(host(), ARTICLE, one, pair)),
    () => untagged(host(), ARTICLE, one, PAIRS.join(' ')),
    () => excluded(host(), ARTICLE, one).catch(() => undefined),
    () => withSetting(host(), GUIDE, { audited: roll(2) === 0 }),
  ];
  await changes[roll(changes.length)]?.();
};

const TRIGGERS = ['manual', 'change', 'daily'] as const;

/** An audit of any kind, which one time in eight a crash has cut off before. */
const audit = async (roll: (sides: number) => number): Promise<AuditBody> => {
  if (roll(8) === 0) {
    const died = await service(host().strapi, 'audit').run();
    await tableOf('cs_audits').where({ id: died.id }).update({ status: 'running', finished_at: null, snapshot: null });
    await setLease(host(), { audit_id: died.id, holder: 'killed', expires_at: 0 });
  }
  return service(host().strapi, 'audit').run(TRIGGERS[roll(3)] ?? 'manual');
};

test.each([1, 2])(
  'every audit that is kept shows what it showed, and no row is kept for nobody (dice %i)',
  async (seed) => {
    const roll = dice(seed);
    const seen = new Map<number, Seen>();
    for (let step = 0; step < 20; step += 1) {
      for (let more = roll(4); more >= 0; more -= 1) await change(roll, seed * 1000 + step * 10 + more);
      const { id, status } = await audit(roll);
      expect(status).toBe('finished');
      seen.set(id, await see(id));
      if (roll(5) === 0) await service(host().strapi, 'audit').rename(id, `Saved ${id}`);
      // A quarter of an hour goes by: replaced automatic audits have had their grace.
      if (roll(3) === 0) {
        await tableOf('cs_audits').whereNotNull('finished_at').decrement('finished_at', 900_000);
        await tableOf('cs_audits').whereNotNull('started_at').decrement('started_at', 900_000);
      }
    }
    const last = await audited(host());
    const kept = await list();
    expect(
      await damage(
        host(),
        kept.map(({ id }) => id)
      )
    ).toEqual([]);
    expect(kept.map(({ status }) => status)).not.toContain('running');
    for (const [id, before] of seen) {
      if (kept.some((one) => one.id === id)) expect([id, await see(id)]).toEqual([id, before]);
      else expect((await as(host(), token).get(`/content-strategy/audits/${id}`)).status).toBe(404);
    }
    const { rows } = await see(last.id);
    expect(rows.map(({ documentId }) => documentId).sort()).toEqual(await documentsThere());
  }
);

/** The IDs of all documents under audit. */
const documentsThere = async (): Promise<readonly string[]> => {
  const ids = new Set<string>();
  for (const { uid } of await service(host().strapi, 'contentTypes').audited()) {
    const rows: readonly { documentId: string }[] = await host()
      .strapi.db.query(uid)
      .findMany({ select: ['documentId'] });
    for (const { documentId } of rows) ids.add(documentId);
  }
  return [...ids].sort();
};

test('thirty unnamed audits are kept, and named ones besides', async () => {
  const named = (await list()).filter(({ name }) => name !== null).map(({ id }) => id);
  for (let more = 0; more < 32; more += 1) await audited(host());
  const kept = await list();
  expect(kept.filter(({ name }) => name === null)).toHaveLength(30);
  expect(kept.filter(({ name }) => name !== null).map(({ id }) => id)).toEqual(named);
});

test('an automatic audit goes once a newer one has replaced it for a while', async () => {
  const run = (trigger: AuditBody['trigger']) => service(host().strapi, 'audit').run(trigger);
  const isKept = async ({ id }: AuditBody): Promise<boolean> => (await list()).some((one) => one.id === id);
  const daily = await run('daily');
  // It was made a day ago and shown until just now: somebody may be paging through it.
  await tableOf('cs_audits').where({ id: daily.id }).decrement('finished_at', 86_400_000);
  const change = await run('change');
  expect(await isKept(daily)).toBe(true);
  await tableOf('cs_audits').where({ id: change.id }).decrement('finished_at', 900_000);
  const manual = await run('manual');
  expect([await isKept(daily), await isKept(change), await isKept(manual)]).toEqual([false, true, true]);
  await tableOf('cs_audits').where({ id: manual.id }).decrement('finished_at', 900_000);
  await run('manual');
  expect([await isKept(change), await isKept(manual)]).toEqual([false, true]);
});
