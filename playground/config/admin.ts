import type { Core } from '@strapi/strapi';

/** A demo that never leaves 127.0.0.1: fixed secrets keep sessions and tokens alive over restarts. */
export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Admin => ({
  auth: { secret: env('ADMIN_JWT_SECRET', 'content-strategy-demo-admin-secret') },
  apiToken: { salt: env('API_TOKEN_SALT', 'content-strategy-demo-token-salt') },
  transfer: { token: { salt: env('TRANSFER_TOKEN_SALT', 'content-strategy-demo-transfer-salt') } },
  secrets: { encryptionKey: env('ENCRYPTION_KEY', 'content-strategy-demo-encryption') },
  flags: { nps: false, promoteEE: false },
  autoOpen: false,
  // Strapi allows five logins of one user in five minutes: too few for browser tests, which log in once a file.
  rateLimit: { enabled: env.bool('LOGIN_RATE_LIMIT', true) },
});
