import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import walls from './scripts/eslint/walls.mjs';

const JAVASCRIPT = ['**/*.{js,mjs,cjs}'];
const STRAPI_GLOBAL = { name: 'strapi', message: 'Adapters receive strapi as a parameter; nobody uses the global.' };

/** Time and chance are parameters of the core, so that every result can be tested and repeated. */
const IMPURE = [
  ['CallExpression[callee.object.name="Date"][callee.property.name="now"]', 'Date.now()'],
  ['NewExpression[callee.name="Date"][arguments.length=0]', 'new Date()'],
  ['CallExpression[callee.name="Date"]', 'Date()'],
  ['MemberExpression[object.name="Math"][property.name="random"]', 'Math.random'],
].map(([selector, name]) => ({ selector, message: `server/core is pure: no ${name}; take it as a parameter.` }));

/** A clock can be set: what was stored may lie in the future, and a difference be negative. */
const CLOCK = {
  selector:
    'BinaryExpression:matches([operator="-"],[operator="<"],[operator=">"],[operator="<="],[operator=">="]) > CallExpression[callee.object.name="Date"][callee.property.name=/^(now|parse)$/]',
  message: 'Take durations from performance.now(), and ask isOver (server/core/elapsed.ts) about stored moments.',
};

/** A promise that is kept is kept when it has failed, too. `Promise<void>` is work that somebody waits for. */
const KEPT_PROMISES = [
  'TSTypeReference[typeName.name=/^(Weak)?Map$/] TSTypeReference[typeName.name="Promise"]',
  'NewExpression[callee.name=/^(Weak)?Map$/] TSTypeReference[typeName.name="Promise"]',
  'VariableDeclaration[kind="let"] > VariableDeclarator > Identifier TSTypeReference[typeName.name="Promise"]',
].map((selector) => ({
  selector: `${selector}:not(:has(TSVoidKeyword, TSUnknownKeyword))`,
  message: 'Ask through `remembered` (server/core/remembered.ts), which forgets failures.',
}));

const IMPURE_GLOBALS = [
  'process',
  'global',
  'globalThis',
  'window',
  'document',
  'performance',
  'crypto',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'require',
].map((name) => ({ name, message: 'server/core is pure.' }));

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      '**/build/',
      'coverage/',
      '**/.cache/',
      '**/.tmp/',
      '**/.strapi/',
      'playground/types/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Strapi's hooks want promises from functions that have nothing to wait for.
      '@typescript-eslint/require-await': 'off',
    },
  },
  { files: JAVASCRIPT, languageOptions: { globals: globals.node } },
  { files: ['playground/public/**'], languageOptions: { globals: globals.browser } },
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-restricted-globals': ['error', STRAPI_GLOBAL],
      'prefer-const': 'error',
    },
  },
  { plugins: { walls }, rules: { 'walls/imports': 'error', 'walls/doors': 'error' } },
  { files: ['admin/**/*.{ts,tsx}'], rules: { 'no-restricted-syntax': ['error', ...KEPT_PROMISES] } },
  { files: ['server/**/*.ts'], rules: { 'no-restricted-syntax': ['error', CLOCK, ...KEPT_PROMISES] } },
  {
    files: ['server/core/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...IMPURE, ...KEPT_PROMISES],
      'no-restricted-globals': ['error', STRAPI_GLOBAL, ...IMPURE_GLOBALS],
    },
  },
  {
    files: ['server/**/*.ts'],
    ignores: ['server/services/csv.ts'],
    rules: { 'no-restricted-imports': ['error', { name: 'csv-stringify', message: 'Every CSV passes csvOf.' }] },
  },
  {
    files: ['server/**/*.ts'],
    // Strapi's own parameters are declared by its own zod.
    ignores: ['server/core/**', 'server/http/fields.ts', 'server/serving.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        CLOCK,
        ...KEPT_PROMISES,
        {
          selector: 'MemberExpression[object.name="z"][property.name=/^(string|coerce)$/]',
          message: 'Texts of requests are read by server/http/fields.ts: bounded, and such as every database takes.',
        },
      ],
    },
  },
  {
    files: ['admin/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    // react-intl's formatMessage is taken from useIntl() everywhere.
    rules: { '@typescript-eslint/unbound-method': 'off' },
  },
  {
    files: [
      'server/cli.ts',
      'server/cli/**',
      'scripts/**',
      'playground/**',
      'test/{bench,e2e,smoke}/**',
      'test/support/admin-setup.ts',
    ],
    rules: { 'no-console': 'off' },
  },
  // The playground's app is typed by Strapi's own loose tsconfig.
  { files: ['playground/{config,src}/**'], extends: [tseslint.configs.disableTypeChecked] },
  {
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/unbound-method': 'off',
      // supertest's bodies are `any`.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  }
);
