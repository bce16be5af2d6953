import { z } from '@strapi/utils';
import { firstIssue } from './http/issue';

const DAILY = 'must be a cron rule of six fields, as in "0 30 3 * * *", or false';

const flag = z.boolean('must be true or false');

const schema = z.strictObject({
  audit: z.strictObject(
    {
      daily: z.union([z.string().regex(/^\s*\S+(\s+\S+){5}\s*$/), z.literal(false)], { error: DAILY }),
      afterChanges: flag,
      files: flag,
    },
    'must be an object'
  ),
  serving: z.strictObject({ filters: flag, journeys: flag }, 'must be an object'),
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
  }),
  /** Refuses what is unknown: a misspelt switch would else be silently off. */
  validator: (input: unknown): void => {
    const result = schema.safeParse(input);
    if (!result.success) throw new Error(firstIssue(result.error, 'config').sentence);
  },
};
