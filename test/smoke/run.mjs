/**
 * Boot smoke test, outside Jest: the packed tarball in an empty Strapi app, as a user installs it.
 * Strapi loads a plugin whose entry it cannot find as a silently empty one, so what was loaded is counted.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const work = mkdtempSync(join(process.env.SMOKE_DIR ?? tmpdir(), 'content-strategy-smoke-'));
const app = join(work, 'app');

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const run = (command, args, options = {}) =>
  execFileSync(command, args, { cwd: app, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], ...options });

const install = () => {
  const [{ filename }] = JSON.parse(
    run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', work], { cwd: root })
  );
  cpSync(join(root, 'test', 'smoke', 'app'), app, { recursive: true });
  // What Strapi's own starter has, and git does not keep empty.
  for (const folder of ['public/uploads', 'database/migrations']) mkdirSync(join(app, folder), { recursive: true });
  run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error', join(work, filename)]);
};

const probe = async (plugin) => {
  const output = run(process.execPath, [join(root, 'test', 'smoke', 'probe.cjs')], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PLUGIN: plugin,
      PORT: String(await freePort()),
      DATABASE_FILENAME: join(work, `${plugin}.db`),
      STRAPI_TELEMETRY_DISABLED: 'true',
    },
  });
  return JSON.parse(output.trim().split('\n').at(-1));
};

const added = (on, off) => on.filter((item) => !off.includes(item));

let passed = 0;
let failed = 0;
const check = (title, test) => {
  try {
    test();
    passed += 1;
    console.log(`✓ ${title}`);
  } catch (error) {
    failed += 1;
    console.log(`✗ ${title}\n  ${error.message.replaceAll('\n', '\n  ')}`);
  }
};

try {
  console.log('Packing, and installing the tarball into an empty app …');
  install();
  console.log('Building its admin …');
  run('npx', ['strapi', 'build'], {
    env: { ...process.env, NODE_ENV: 'production', STRAPI_TELEMETRY_DISABLED: 'true' },
  });
  console.log('Booting it without and with the plugin …');
  const off = await probe('off');
  const on = await probe('on');
  const routes = added(on.routes, off.routes);

  check('the plugin is off when it is turned off', () => assert.equal(off.plugin, undefined));
  check('the plugin is loaded, not silently empty', () => {
    for (const [what, count] of Object.entries(on.plugin ?? { plugin: 0 })) assert.ok(count > 0, `no ${what}`);
  });
  check('its permissions are registered', () =>
    assert.deepEqual(
      [...on.permissions].sort(),
      ['audit', 'export', 'read', 'settings', 'tag'].map((action) => `plugin::content-strategy.${action}`)
    )
  );
  check('its admin routes are there', () =>
    assert.ok(routes.includes('GET /content-strategy/vocabulary'), routes.join('\n'))
  );
  check('it adds admin routes only', () =>
    assert.deepEqual(
      routes.filter((route) => !/^[A-Z]+ \/content-strategy\//.test(route)),
      []
    )
  );
  check('an admin route answers 401 without a session', () => assert.equal(on.statuses.vocabulary, 401));
  check('no public route answers', () =>
    assert.deepEqual([on.statuses.contentApi, on.statuses.consumption], [404, 404])
  );
  check('no request middleware came with it', () => assert.equal(on.koaMiddlewares, off.koaMiddlewares));
  check('no REST parameter came with it', () => assert.deepEqual(added(on.parameters, off.parameters), []));
  check('the host is well and serves its admin', () =>
    assert.deepEqual([on.statuses.health, on.statuses.admin], [204, 200])
  );
} catch (error) {
  failed += 1;
  // Strapi logs its troubles to stdout.
  console.log(`✗ ${error.message}\n${String(error.stdout ?? '').slice(-4000)}`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
