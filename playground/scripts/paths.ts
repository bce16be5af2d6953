import { join } from 'node:path';

/** The plugin's checkout. */
export const ROOT = join(__dirname, '..', '..');
/** The Strapi app. */
export const PLAYGROUND = join(ROOT, 'playground');
/** What the scripts leave behind: databases and the hashes of what was built. */
export const TEMPORARY = join(PLAYGROUND, '.tmp');
