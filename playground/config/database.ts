import path from 'node:path';
import type { Core } from '@strapi/strapi';

/** SQLite unless `DATABASE_CLIENT` says postgres or mysql; the path of a SQLite file is taken from the app's folder. */
export default ({ env }: Core.Config.Shared.ConfigParams) => {
  const client = env('DATABASE_CLIENT', 'sqlite');
  if (client === 'sqlite') {
    const filename = path.resolve(process.cwd(), env('DATABASE_FILENAME', '.tmp/data.db'));
    return { connection: { client, connection: { filename }, useNullAsDefault: true } };
  }
  const isPostgres = client === 'postgres';
  return {
    connection: {
      client,
      connection: {
        host: env('DATABASE_HOST', '127.0.0.1'),
        port: env.int('DATABASE_PORT', isPostgres ? 5432 : 3306),
        database: env('DATABASE_NAME', 'content_strategy_playground'),
        user: env('DATABASE_USERNAME', isPostgres ? 'postgres' : 'root'),
        password: env('DATABASE_PASSWORD', ''),
      },
    },
  };
};
