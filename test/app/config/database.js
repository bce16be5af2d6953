/** `test/support/host.ts` says which database each host gets, and whether its rows have to outlive the machine. */
module.exports = ({ env }) => {
  const { connection } = env.json('TEST_DATABASE');
  const isFleeting = env.bool('TEST_DATABASE_FLEETING', false) && connection.client === 'sqlite';
  return { connection: isFleeting ? { ...connection, pool: { afterCreate: withoutWaiting } } : connection };
};

/** SQLite leaves it to the system when to write to the disk. */
const withoutWaiting = (database, done) => {
  database.pragma('synchronous = off');
  done(null, database);
};
