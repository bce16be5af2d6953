/** Installs what is missing and runs a script of this folder by its name: `node start.mjs demo`. */
import '../../scripts/installed.mjs';
import { createRequire } from 'node:module';

if (process.exitCode) process.exit();
// npm hands a signal to the shell it started, and the shell not to this process: without a parent, end.
const parent = process.ppid;
const end = () => process.ppid === parent || process.kill(process.pid, 'SIGTERM');
if (process.env.npm_lifecycle_event) setInterval(end, 500).unref();

const { require } = await import('tsx/cjs/api');
const [name, ...options] = process.argv.slice(2);
process.argv.splice(1, Infinity, `${name}.ts`, ...options);
require(createRequire(import.meta.url).resolve(`./${name}.ts`), import.meta.url);
