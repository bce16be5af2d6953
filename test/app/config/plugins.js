/** `test/support/host.ts` says which plugins are on, and ours with what configuration. */
module.exports = ({ env }) => ({
  'content-strategy': {
    resolve: './src/plugins/content-strategy',
    enabled: env.bool('TEST_PLUGIN_ENABLED', true),
    config: env.json('TEST_PLUGIN_CONFIG', {}),
  },
  ...(env.bool('TEST_ACCOUNTS', false) && {
    'users-permissions': {
      resolve: '@strapi/plugin-users-permissions/package.json',
      enabled: true,
      config: { jwtSecret: 'of no use' },
    },
  }),
});
