import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { TRACKER } from '../../../server/core/consumption/tracker';

test('the tracker is what its source says: `npm run tracker`', () => {
  const script = join(__dirname, '../../../scripts/tracker.mjs');
  expect(TRACKER).toBe(execFileSync(process.execPath, [script, '--print'], { encoding: 'utf8' }));
});

test('it is small, and asks nothing of a strict Content-Security-Policy', () => {
  expect(gzipSync(TRACKER).length).toBeLessThan(1_000);
  expect(TRACKER).not.toMatch(/eval|Function\(|innerHTML|\.cookie|localStorage|sessionStorage|indexedDB/);
  expect(TRACKER.match(/ENDPOINT/g)).toHaveLength(1);
});
