module.exports = ({ env }) => ({ level: env('TEST_LOG_LEVEL', 'error') });
