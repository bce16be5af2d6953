import type { Core } from '@strapi/strapi';

/** The demo's own website may count its readers. */
export default ({ env }: Core.Config.Shared.ConfigParams) => ({
  'content-strategy': {
    enabled: true,
    config: {
      consumption: {
        beacon: true,
        origins: ['127.0.0.1', 'localhost'].map((host) => `http://${host}:${env.int('PORT', 1337)}`),
      },
    },
  },
});
