/** The design's walls: which folder may import which, and what only one file may call. Checked on resolved paths, so `../..` cannot slip past. */
import { builtinModules } from 'node:module';
import { dirname, relative, resolve, sep } from 'node:path';

/**
 * @typedef {object} Wall
 * @property {string} from the folder that the wall stands around
 * @property {readonly string[]} [onlyFolders] what it may import from this repository
 * @property {readonly string[]} [noFolders] what it may not
 * @property {boolean} [noPackages] nothing from npm or Node
 * @property {boolean} [noNode] nothing from Node
 * @property {readonly string[]} [packages] packages that stay out
 */

/** @type {readonly Wall[]} */
export const WALLS = [
  { from: 'server/core', onlyFolders: ['server/core'], noPackages: true },
  {
    from: 'admin',
    onlyFolders: ['admin', 'server/core', 'package.json'],
    noNode: true,
    packages: ['lodash', 'knex', '@strapi/database', '@strapi/utils'],
  },
  {
    from: 'server/controllers',
    noFolders: ['server/stores', 'server/library'],
    packages: ['knex', '@strapi/database'],
  },
  { from: 'server', noFolders: ['admin', 'test', 'playground'] },
];

const NODE = new Set(builtinModules);

const inside = (path, folder) => path === folder || path.startsWith(`${folder}/`);
const isPackage = (specifier, name) =>
  specifier === name || specifier.startsWith(`${name}/`) || specifier.startsWith(`${name}.`);

const offence = (wall, specifier, target) => {
  if (target !== undefined) {
    if (wall.onlyFolders && !wall.onlyFolders.some((folder) => inside(target, folder)))
      return `imports only ${wall.onlyFolders.join(', ')}`;
    const banned = wall.noFolders?.find((folder) => inside(target, folder));
    return banned && `does not import ${banned}`;
  }
  if (wall.noPackages) return 'imports no package';
  if (wall.noNode && (specifier.startsWith('node:') || NODE.has(specifier))) return 'imports nothing from Node';
  const banned = wall.packages?.find((name) => isPackage(specifier, name));
  return banned && `does not import ${banned}`;
};

/** @type {import('eslint').Rule.RuleModule} */
const imports = {
  meta: { type: 'problem', schema: [], messages: { wall: '{{from}} {{rule}} (found {{specifier}}).' } },
  create(context) {
    const file = relative(context.cwd, context.filename).split(sep).join('/');
    const walls = WALLS.filter(({ from }) => inside(file, from));
    if (walls.length === 0) return {};
    const check = (node) => {
      const specifier = node?.value;
      if (typeof specifier !== 'string') return;
      const target = specifier.startsWith('.')
        ? relative(context.cwd, resolve(dirname(context.filename), specifier))
            .split(sep)
            .join('/')
        : undefined;
      for (const wall of walls) {
        const rule = offence(wall, specifier, target);
        if (rule) context.report({ node, messageId: 'wall', data: { from: wall.from, rule, specifier } });
      }
    };
    return {
      ImportDeclaration: ({ source }) => check(source),
      ExportNamedDeclaration: ({ source }) => check(source),
      ExportAllDeclaration: ({ source }) => check(source),
      ImportExpression: ({ source }) => check(source),
      TSImportType: ({ source }) => check(source),
      'CallExpression[callee.name="require"]': (node) => check(node.arguments[0]),
    };
  },
};

/**
 * @typedef {object} Door
 * @property {string} file the only file of the server that may make the call
 * @property {(call: string) => boolean} guards by the call as it is written, such as `strapi.db.transaction`
 * @property {string} why
 */

/** @type {readonly Door[]} */
const DOORS = [
  {
    file: 'server/stores/transaction.ts',
    guards: (call) => /\.(transaction|transactionProvider|commit|rollback|savepoint)$/.test(call),
    why: 'there a failed commit is an error',
  },
  {
    file: 'server/background.ts',
    guards: (call) => /^(setTimeout|setInterval)$|\.cron\.add$|\.eventHub\.(on|once|subscribe)$/.test(call),
    why: 'there what goes wrong is logged, and ends no process',
  },
];

/** @type {import('eslint').Rule.RuleModule} */
const doors = {
  meta: { type: 'problem', schema: [], messages: { door: 'Only {{file}} calls {{call}}: {{why}}.' } },
  create(context) {
    const file = relative(context.cwd, context.filename).split(sep).join('/');
    if (!inside(file, 'server')) return {};
    const closed = DOORS.filter((door) => door.file !== file);
    return {
      CallExpression(node) {
        const call = context.sourceCode.getText(node.callee).replace(/\?\.|\s+/g, (text) => (text === '?.' ? '.' : ''));
        for (const { guards, ...door } of closed) {
          if (guards(call)) context.report({ node, messageId: 'door', data: { call, ...door } });
        }
      },
    };
  },
};

export default { rules: { imports, doors } };
