import { z } from '@strapi/utils';
import { ANY_ORIGIN, isOrigin } from './core/consumption/source';
import { exactText } from './http/fields';
import { issuesOf, sentenceOf } from './http/issue';

const DAILY = 'must be a cron rule of six fields, as in "0 30 3 * * *", or false';

const flag = z.boolean('must be true or false');

const name = exactText(64).regex(
  /^[a-z0-9][a-z0-9._-]{0,63}$/i,
  'must be a file name of letters, digits, dots, hyphens and underscores'
);

const ORIGIN = 'must list origins, as in ["https://www.example.com"], or be ["*"]';

const schema = z.strictObject({
  audit: z.strictObject(
    {
      daily: z.union([exactText(100).regex(/^\s*\S+(\s+\S+){5}\s*$/), z.literal(false)], { error: DAILY }),
      afterChanges: flag,
      files: flag,
    },
    'must be an object'
  ),
  serving: z.strictObject({ filters: flag, journeys: flag }, 'must be an object'),
  consumption: z
    .strictObject(
      {
        beacon: flag,
        origins: z.array(
          exactText(255, ORIGIN).refine((origin) => origin === ANY_ORIGIN || isOrigin(origin), ORIGIN),
          ORIGIN
        ),
        endpoint: name,
        script: name,
        perMinute: z.int('must be a whole number').min(1, 'must be at least 1'),
        deliveries: flag,
      },
      'must be an object'
    )
    .refine(({ endpoint, script }) => new Set([endpoint, script, 'journeys']).size === 3, {
      path: ['endpoint'],
      error: 'must differ from `consumption.script` and from "journeys"',
    }),
});

/** The plugin's block in the host's `config/plugins`. */
export type PluginConfig = z.output<typeof schema>;

/** Read by Strapi before `register`: what an app may set, and what holds when it sets nothing. */
export const config = {
  default: (): PluginConfig => ({
    audit: {
      /** When to audit by itself: a cron rule of six fields, or `false`. */
      daily: '0 30 3 * * *',
      /** Audit again when entries or tags have changed. */
      afterChanges: true,
      /** Look through the Media Library after each audit: which entries hold which files. */
      files: true,
    },
    serving: {
      /** Take `?persona=&journey=&stage=` on the REST API of the types under audit. */
      filters: false,
      /** Answer `GET /api/content-strategy/journeys`, to whomever the host's own permissions let. */
      journeys: false,
    },
    consumption: {
      /** Count what readers' browsers send to `POST /api/content-strategy/<endpoint>`, and serve the script that does. */
      beacon: false,
      /** The sites that may send, `https://www.example.com`; `['*']`: every one. */
      origins: [],
      /** Names that blockers do not know, in case they learn these. */
      endpoint: 'consumption',
      script: 'page.js',
      /** Events that one client may send in a minute. */
      perMinute: 300,
      /** Count which entries the REST API sends. */
      deliveries: false,
    },
  }),
  /** Refuses what is unknown: a misspelt switch would else be silently off. */
  validator: (input: unknown): void => {
    const result = schema.safeParse(input);
    if (result.success) return;
    const [first = { path: [], message: 'not understood' }] = issuesOf(result.error);
    throw new Error(sentenceOf(first, 'config'));
  },
};
