/** `test/support/host.ts` says which database each host gets. */
module.exports = ({ env }) => env.json('TEST_DATABASE');
