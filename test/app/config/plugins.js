/** `test/support/host.ts` says whether the plugin is on, and with what configuration. */
module.exports = ({ env }) => ({
  'content-strategy': {
    resolve: './src/plugins/content-strategy',
    enabled: env.bool('TEST_PLUGIN_ENABLED', true),
    config: env.json('TEST_PLUGIN_CONFIG', {}),
  },
});
