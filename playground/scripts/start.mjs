/**
 * Runs a script of this folder by its name: `node start.mjs demo`. Everything stays in one process, because npm hands a
 * signal to the process it started and not to that one's children.
 */
import '../../scripts/installed.mjs';
import { createRequire } from 'node:module';

if (process.exitCode) process.exit();
const { require } = await import('tsx/cjs/api');
const [name, ...options] = process.argv.slice(2);
process.argv.splice(1, Infinity, `${name}.ts`, ...options);
require(createRequire(import.meta.url).resolve(`./${name}.ts`), import.meta.url);
