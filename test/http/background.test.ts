/** What nobody waits for may fail in whatever way: it is logged, and the host lives on. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Failed } from '../support/failing-process';

const ROOT = join(__dirname, '..', '..');
// A process of its own, which compiles itself.
jest.setTimeout(120_000);

test('every job, timer and listener fails without ending the process', async () => {
  const script = join(ROOT, 'test/support/failing-process.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_CLIENT: 'sqlite' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  let failed: readonly Failed[] = [];
  child.once('message', (message) => {
    failed = message as readonly Failed[];
  });
  const [code] = (await once(child, 'close')) as [number | null];
  expect(code).toBe(0);
  expect(failed.map(({ work }) => work)).toEqual([
    'content-strategy-roll-up',
    'content-strategy-daily-audit',
    // The rest of plans, of imports, of deliveries, and what changed: all from the one file that catches.
    ...Array.from({ length: 4 }, () => 'server/background.ts'),
    'media.create',
    'media.update',
    'media.delete',
    'GET /api/guides',
  ]);
  for (const { warnings } of failed)
    expect(warnings).toEqual([expect.stringMatching(/^Content Strategy: .+: the database is gone$/)]);
});
