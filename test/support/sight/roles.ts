import fc from 'fast-check';
import { ACTIONS, actionUid } from '../../../server/core/actions';
import { ARTICLE, GUIDE, LANDING_PAGE } from '../library';
import type { Grant } from '../users';
import { AUTHOR, CATEGORY, LOCALES } from './shown';

const READ = 'plugin::content-manager.explorer.read';

const TYPES = [
  { uid: ARTICLE, fields: ['title', 'slug', 'body', 'writtenOn', 'expiresAt', 'author', 'category', 'cover'] },
  { uid: GUIDE, fields: ['name', 'slug', 'body'] },
  { uid: LANDING_PAGE, fields: ['headline', 'hero'] },
  { uid: CATEGORY, fields: ['name', 'slug'] },
  { uid: AUTHOR, fields: ['name', 'slug'] },
] as const;

const IS_CREATOR = 'admin::is-creator';

const most = <T>(often: T, seldom: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(often) }, { weight: 1, arbitrary: seldom });

const conditionOn = (uid: string): fc.Arbitrary<readonly string[]> =>
  fc.constantFrom<readonly string[]>([], [], [IS_CREATOR], uid === ARTICLE ? ['api::written-lately'] : []);

const typeGrants = ({ uid, fields }: (typeof TYPES)[number]): fc.Arbitrary<readonly Grant[]> =>
  fc
    .record({
      isRead: most(true, fc.constant(false)),
      fields: most<readonly string[]>(fields, fc.subarray([...fields])),
      locales: most<readonly string[]>(LOCALES, fc.subarray([...LOCALES])),
      conditions: conditionOn(uid),
      publishes: fc.boolean(),
    })
    .map(({ isRead, publishes, fields: shown, locales, conditions }): readonly Grant[] => {
      const isLocalized = uid === ARTICLE || uid === LANDING_PAGE;
      const rest = { subject: uid, conditions, ...(isLocalized && { locales }) };
      const publishing = { action: 'plugin::content-manager.explorer.publish', ...rest };
      return isRead
        ? [{ action: READ, fields: shown, ...rest }, ...(isLocalized && publishes ? [publishing] : [])]
        : [];
    });

const role: fc.Arbitrary<readonly Grant[]> = fc
  .record({
    own: most<readonly string[]>(ACTIONS, fc.subarray([...ACTIONS])),
    types: fc.tuple(...TYPES.map(typeGrants)),
    files: fc.constantFrom<readonly Grant[]>(
      [],
      [{ action: 'plugin::upload.read' }],
      [{ action: 'plugin::upload.read', conditions: [IS_CREATOR] }]
    ),
    users: fc.constantFrom<readonly Grant[]>([], [], [{ action: 'admin::users.read' }]),
  })
  .map(({ own, types, files, users }) => [
    ...own.map((action) => ({ action: actionUid(action as (typeof ACTIONS)[number]) })),
    ...types.flat(),
    ...files,
    ...users,
  ]);

/** Users with one role or two: each combines types, locales, fields, conditions and the plugin's own permissions anew. */
export const someUsers = (count: number, seed: number): readonly (readonly (readonly Grant[])[])[] =>
  fc.sample(fc.array(role, { minLength: 1, maxLength: 2 }), { seed, numRuns: count });

/** Who may do and read everything of the test's library. */
export const EVERYTHING: readonly Grant[] = [
  ...ACTIONS.map((action) => ({ action: actionUid(action) })),
  ...TYPES.flatMap(({ uid, fields }): readonly Grant[] => {
    const isLocalized = uid === ARTICLE || uid === LANDING_PAGE;
    const rest = { subject: uid, ...(isLocalized && { locales: LOCALES }) };
    return [
      { action: READ, fields, ...rest },
      ...(isLocalized ? [{ action: 'plugin::content-manager.explorer.publish', ...rest }] : []),
    ];
  }),
  { action: 'plugin::upload.read' },
  { action: 'admin::users.read' },
];
