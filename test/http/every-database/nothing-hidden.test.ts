import type { PluginConfig } from '../../../server/config';
import { contentApiRoutes, ROUTES } from '../../../server/routes';
import { withBeacon } from '../../support/beacon';
import { currentClient } from '../../support/database';
import { hostForAll } from '../../support/host';
import { removeUploads } from '../../support/files';
import { audited } from '../../support/library';
import { send } from '../../support/sight/asking';
import { keepDecided } from '../../support/sight/keep';
import { aLibraryOfSecrets, type Library } from '../../support/sight/library';
import { HOOKED, OPEN, OPEN_HOOKED, REQUESTS, type Asked } from '../../support/sight/requests';
import { wrongNumbers } from '../../support/sight/numbers';
import { EVERYTHING, someUsers } from '../../support/sight/roles';
import { betrayed, createSecrets, openly } from '../../support/sight/secrets';
import { servedTo, sightOf, type Sight } from '../../support/sight/shown';
import { apiToken } from '../../support/rest';
import { toldApart } from '../../support/sight/unknown';
import { superAdmin, userWithRoles, type Grant } from '../../support/users';

/** More users, or others: `SIGHT_USERS=200 SIGHT_SEED=7`. */
const USERS = Number(process.env.SIGHT_USERS ?? 8);
const SEED = Number(process.env.SIGHT_SEED ?? 20261130);

afterAll(() => removeUploads(host()));

const CONFIG = { ...withBeacon(), serving: { filters: true, journeys: true } };
const host = hostForAll({ config: CONFIG });
const secrets = createSecrets();
let library: Library;
let restore: () => Promise<void>;

beforeAll(async () => {
  library = await aLibraryOfSecrets(host(), secrets);
  restore = await keepDecided(host());
});

let run = 0;
const figures = { requests: 0, refused: 0 };

/** A user with roles, to whom some entries belong, and what Strapi shows to such a user. */
const someone = async (roles: readonly (readonly Grant[])[]): Promise<Sight> => {
  run += 1;
  const user = await userWithRoles(host(), roles);
  for (const { uid, documentId } of library.ownable) {
    await host()
      .strapi.db.query(uid)
      .updateMany({ where: { documentId }, data: { createdBy: user.id } });
  }
  await restore();
  await audited(host());
  return sightOf(host(), user, roles.flat());
};

const routes: readonly string[] = ROUTES.map(({ method, path }) => `${method} ${path}`);

/** What a user is told of secrets by each request of each route. */
const askAll = async (sight: Sight): Promise<readonly string[]> => {
  const found: string[] = [];
  const ask = async (route: string, asked: Asked, prefix = ''): Promise<void> => {
    const { status, text } = await send(host(), sight.user.token, route, asked, prefix);
    figures.requests += 1;
    if (status >= 400) figures.refused += 1;
    const said = JSON.stringify(asked);
    if (status >= 500) found.push(`${route} ${said}: ${status}`);
    const isOwn = prefix !== '';
    for (const one of betrayed(text, secrets.all(), isOwn ? sight : openly(sight), said))
      found.push(`${route} ${said.slice(0, 200)}: ${one}`);
  };
  for (const route of routes) {
    for (const asked of REQUESTS[route as keyof typeof REQUESTS]({ ...library, run })) {
      await ask(route, asked, '/content-strategy');
    }
  }
  for (const [route, requests] of Object.entries(HOOKED)) {
    for (const asked of requests({ ...library, run })) await ask(route, asked);
  }
  return found;
};

/**
 * The databases differ in SQL alone: on the others the last four do, among whom are both conditions, two roles in one
 * user, and parts of fields and locales.
 */
const users = someUsers(USERS, SEED).slice(currentClient() === 'sqlite' || process.env.SIGHT_USERS ? 0 : -4);
const isEach = `${ROUTES.length + Object.keys(HOOKED).length} routes`;

test('every request of the table is well-formed', async () => {
  await superAdmin(host());
  const sight = await someone([EVERYTHING]);
  const wrong: string[] = [];
  for (const route of routes) {
    const answers: string[] = [];
    for (const asked of REQUESTS[route as keyof typeof REQUESTS]({ ...library, run })) {
      const { status, text } = await send(host(), sight.user.token, route, asked, '/content-strategy');
      answers.push(`${status}`);
      if (status >= 400 && status !== 409)
        wrong.push(`${route} ${JSON.stringify(asked)}: ${status} ${text.slice(-300)}`);
    }
    if (!answers.some((status) => status.startsWith('2'))) wrong.push(`${route}: ${answers.join()}`);
  }
  expect(wrong).toEqual([]);
});

test(`of ${isEach}, none tells any of ${users.length} users with random roles what is hidden from them`, async () => {
  const found = new Set<string>();
  for (const [at, roles] of users.entries()) {
    const sight = await someone(roles);
    for (const one of await wrongNumbers(host(), sight, library)) found.add(`user ${at}: ${one}`);
    for (const one of await toldApart(host(), sight, library)) found.add(`user ${at}, told apart: ${one}`);
    for (const one of await askAll(sight)) found.add(`user ${at}: ${one}`);
  }
  process.stdout.write(
    `${isEach}, ${users.length} users (seed ${SEED}), ${figures.requests} requests, ${figures.refused} refused\n`
  );
  expect([...found]).toEqual([]);
}, 600_000);

/** What tokens may ask for, in the host's own words. */
const TOKENS: readonly (readonly string[] | null)[] = [
  null,
  ['plugin::content-strategy.journeys.find'],
  ['plugin::content-strategy.consumption.forward', 'api::guide.guide.find'],
  ['plugin::content-strategy.journeys.find', 'api::article.article.find'],
];

test('nor does any route of the content API tell what its own lists do not serve', async () => {
  const config = host().strapi.config.get<PluginConfig>('plugin::content-strategy');
  expect(Object.keys(OPEN)).toEqual(contentApiRoutes(config).map(({ method, path }) => `${method} ${path}`));
  const found: string[] = [];
  const answered = new Set<string>();
  for (const actions of TOKENS) {
    const token = actions === null ? undefined : await apiToken(host(), actions);
    const sight = await servedTo(host(), token);
    for (const [prefix, requests] of [
      ['/api/content-strategy', OPEN],
      ['/api', OPEN_HOOKED],
    ] as const) {
      // prettier-ignore
      for (const [route, make] of Object.entries(requests)) {
        for (const asked of make({ ...library, run })) {
          const { status, text } = await send(host(), token, route, asked, prefix);
          const said = JSON.stringify(asked);
          if (status < 300) answered.add(route);
          if (status >= 500) found.push(`${route} ${said}: ${status}`);
          for (const one of betrayed(text, secrets.all(), sight, said))
            found.push(`${route} ${said} by ${actions?.join() ?? 'anybody'}: ${one}`);
        }
      }
    }
  }
  expect([...answered].sort()).toEqual([...Object.keys(OPEN), ...Object.keys(OPEN_HOOKED)].sort());
  expect(found).toEqual([]);
});
