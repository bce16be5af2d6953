module.exports = () => ({
  host: '127.0.0.1',
  port: 14300,
  app: { keys: ['test-key-1', 'test-key-2'] },
  logger: { updates: { enabled: false }, startup: { enabled: false } },
});
