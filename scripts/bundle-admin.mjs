/**
 * Bundles the built admin as the host's own build will: our dependencies in, peers out.
 * What the entry imports statically is loaded on every admin page (`every-page`), the rest on demand (`on-demand`).
 */
import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const target = join(root, '.cache', 'size');
const { peerDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

// Strapi's admin has react-intl in its own bundle, in the version that package.json pins.
const external = [...Object.keys(peerDependencies), 'react-intl'].flatMap((name) => [name, `${name}/*`]);

rmSync(target, { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: [join(root, 'dist', 'admin', 'index.mjs')],
  outdir: join(target, 'all'),
  absWorkingDir: root,
  bundle: true,
  splitting: true,
  minify: true,
  format: 'esm',
  target: 'es2020',
  define: { 'process.env.NODE_ENV': '"production"' },
  external,
  metafile: true,
});

const entry = Object.keys(metafile.outputs).find((file) => metafile.outputs[file].entryPoint?.endsWith('index.mjs'));
const everyPage = new Set();
const load = (file) => {
  if (everyPage.has(file)) return;
  everyPage.add(file);
  for (const { path, kind, external: isExternal } of metafile.outputs[file].imports)
    if (kind === 'import-statement' && !isExternal) load(path);
};
load(entry);

for (const file of Object.keys(metafile.outputs)) {
  const folder = join(target, everyPage.has(file) ? 'every-page' : 'on-demand');
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(root, file), join(folder, basename(file)));
}
