import { z } from '@strapi/utils';

const schema = z.strictObject({
  audit: z.strictObject({
    daily: z.union([z.string().min(9), z.literal(false)]),
    afterChanges: z.boolean(),
  }),
});

/** The plugin's block in the host's `config/plugins`. */
export type PluginConfig = z.output<typeof schema>;

/** Read by Strapi before `register`: what an app may set, and what holds when it sets nothing. */
export const config = {
  default: (): PluginConfig => ({
    audit: {
      /** A cron rule of six fields, or `false`. */
      daily: '0 30 3 * * *',
      /** Audit again when entries or tags have changed. */
      afterChanges: true,
    },
  }),
  validator: (input: unknown): void => {
    const result = schema.safeParse(input);
    if (result.success) return;
    const [first] = result.error.issues;
    const field = first?.path.map(String).join('.');
    throw new Error(field ? `\`${field}\`: ${first?.message}` : (first?.message ?? 'not understood'));
  },
};
