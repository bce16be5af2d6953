import { project } from '../../jest.config.mjs';

/** The journeys of a user in a real browser; scripts/e2e.ts starts what they visit. */
export default { ...project('e2e'), rootDir: '../..', testTimeout: 240_000 };
