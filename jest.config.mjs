/**
 * `core` is arithmetic, `http` boots a real Strapi, `http-together` is all of it in one file, `admin` renders components
 * in jsdom.
 */
const swc = (tsx) => ({
  '^.+\\.(t|j|mj)sx?$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx },
        transform: { react: { runtime: 'automatic' } },
      },
      module: { type: 'commonjs' },
    },
  ],
});

export const project = (displayName) => ({
  displayName,
  roots: ['<rootDir>/test'],
  testMatch: [`<rootDir>/test/${displayName}/**/*.test.{ts,tsx}`],
  testEnvironment: 'node',
  transform: swc(false),
  modulePathIgnorePatterns: ['<rootDir>/(dist|playground)/'],
});

/** @type {import('jest').Config} */
export default {
  // Only here: Jest does not read it in a project. Hosts boot in seconds, on a busy machine in many.
  testTimeout: 120_000,
  projects: [
    project('core'),
    // Strapi reads its globals to the very end; Jest would warn of each.
    ...['http', 'http-together'].map((name) => ({
      ...project(name),
      testEnvironmentOptions: { globalsCleanup: 'off' },
    })),
    {
      ...project('admin'),
      testEnvironment: 'jsdom',
      transform: swc(true),
      // Strapi's admin, taken as it is, requires these, which are published as ES modules only.
      transformIgnorePatterns: [
        '/node_modules/(?!(fractional-indexing|react-dnd|dnd-core|@react-dnd|react-dnd-html5-backend)/)',
      ],
      // Content manager and Media Library import stylesheets.
      moduleNameMapper: { '\\.css(\\?raw)?$': '<rootDir>/test/support/empty-module.ts' },
      setupFilesAfterEnv: ['<rootDir>/test/support/admin-setup.ts'],
    },
  ],
};
