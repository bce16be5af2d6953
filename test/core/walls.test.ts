import { execFileSync } from 'node:child_process';

const WALLS = 'walls/imports';
const DOORS = 'walls/doors';
const PURE = 'no-restricted-syntax';
const GLOBAL = 'no-restricted-globals';

const CASES: readonly (readonly [file: string, code: string, rule: string | null])[] = [
  ['server/core/a.ts', `import '@strapi/strapi';`, WALLS],
  ['server/core/a.ts', `import 'lodash';`, WALLS],
  ['server/core/a.ts', `import 'node:fs';`, WALLS],
  ['server/core/a.ts', `import '../stores/tags';`, WALLS],
  ['server/core/audit/a.ts', `import '../../library/reader';`, WALLS],
  ['server/core/audit/a.ts', `export * from '../../config';`, WALLS],
  ['server/core/a.ts', `export type A = import('knex').Knex;`, WALLS],
  ['server/core/a.ts', `export const a = () => import('knex');`, WALLS],
  ['server/core/audit/a.ts', `import '../vocabulary';`, null],
  ['server/core/a.ts', `export const a = Date.now();`, PURE],
  ['server/core/a.ts', `export const a = new Date();`, PURE],
  ['server/core/a.ts', `export const a = Math.random();`, PURE],
  ['server/core/a.ts', `export const a = new Date(0);`, null],
  ['server/core/a.ts', `export const a = process.env.HOME;`, GLOBAL],
  ['server/core/a.ts', `console.log('a');`, 'no-console'],
  ['server/services/a.ts', `export const a = Date.now();`, null],
  ['server/services/a.ts', `export const a = new Map<string, Promise<number>>();`, PURE],
  [
    'server/services/a.ts',
    `let a: Promise<number> | undefined;\nexport const b = () => (a ??= fetch('').then(Number));`,
    PURE,
  ],
  [
    'server/services/a.ts',
    `let a: Promise<void> = Promise.resolve();\nexport const b = () => (a = a.then(() => {}));`,
    null,
  ],
  ['server/services/a.ts', `strapi.log.info('a');`, GLOBAL],
  ['server/services/a.ts', `export const a = (strapi: { log: string }) => strapi.log;`, null],
  ['server/services/a.ts', `import '../../admin/index';`, WALLS],
  ['server/services/a.ts', `console.log('a');`, 'no-console'],
  ['server/http/a.ts', `export const a = z.string();`, 'no-restricted-syntax'],
  ['server/services/a.ts', `import 'csv-stringify';`, 'no-restricted-imports'],
  ['server/services/a.ts', `export const a = (db: { transaction: () => void }) => { db.transaction(); };`, DOORS],
  ['server/stores/a.ts', `export const a = (trx?: { commit: () => void }) => { trx?.commit(); };`, DOORS],
  [
    'server/stores/transaction.ts',
    `export const a = (db: { transaction: () => void }) => { db.transaction(); };`,
    null,
  ],
  ['server/services/a.ts', `setInterval(() => undefined, 1);`, DOORS],
  ['server/a.ts', `export const a = (s: { cron: { add: (a: object) => void } }) => { s.cron.add({}); };`, DOORS],
  ['server/a.ts', `export const a = (s: { eventHub: { on: (a: string) => void } }) => { s.eventHub.on('a'); };`, DOORS],
  ['server/background.ts', `setInterval(() => undefined, 1);`, null],
  ['server/services/a.ts', `export const a = (at: number) => Date.now() - at;`, PURE],
  ['server/services/a.ts', `export const a = (at: number) => at > Date.now();`, PURE],
  ['server/services/a.ts', `export const a = (at: string) => Date.parse(at) < 1;`, PURE],
  ['server/cli.ts', `console.log('a');`, null],
  ['server/controllers/a.ts', `import '../stores/tags';`, WALLS],
  ['server/controllers/a.ts', `import '../library/reader';`, WALLS],
  ['server/controllers/a.ts', `export type { Knex } from 'knex';`, WALLS],
  ['server/controllers/a.ts', `import '../services/tagging';`, null],
  ['admin/pages/a.tsx', `import '../../server/services/tagging';`, WALLS],
  ['admin/pages/a.tsx', `import 'lodash/get';`, WALLS],
  ['admin/pages/a.tsx', `import 'node:path';`, WALLS],
  ['admin/pages/a.tsx', `import '../../server/core/api';`, null],
  ['admin/pages/a.tsx', `import 'react';`, null],
];

describe('ESLint guards the walls', () => {
  let reported: readonly (readonly string[])[] = [];

  beforeAll(() => {
    const snippets = CASES.map(([file, code]) => ({ file, code: `${code}\n` }));
    const output = execFileSync(process.execPath, ['test/support/lint-snippets.mjs'], {
      input: JSON.stringify(snippets),
      encoding: 'utf8',
    });
    reported = JSON.parse(output) as string[][];
  }, 60_000);

  test.each(CASES.map((entry, index) => [...entry, index] as const))('%s: %s → %s', (_file, _code, rule, index) => {
    expect(reported[index]).toEqual(rule === null ? [] : expect.arrayContaining([rule]));
  });
});
