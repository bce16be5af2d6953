import { createBatchSize, ROW_BATCH } from '../../../server/services/audit/pace';

type Learnt = Parameters<ReturnType<typeof createBatchSize>['learn']>[0];

const after = (...batches: readonly Learnt[]): number => {
  const size = createBatchSize(ROW_BATCH);
  for (const batch of batches) size.learn(batch);
  return size.rows();
};

test.each<[string, Learnt[], number]>([
  ['nothing known', [], 400],
  ['work as long as it may', [{ rows: 400, working: 15, committing: 1 }], 400],
  ['work half as long: twice as many, and never more at once', [{ rows: 400, working: 2, committing: 1 }], 800],
  ['work too long: fewer', [{ rows: 400, working: 30, committing: 1 }], 200],
  ['a disk that takes long to commit gets more to do', [{ rows: 400, working: 15, committing: 15 }], 800],
  ['but the host waits no longer than 45 ms for the work', [{ rows: 400, working: 45, committing: 29 }], 400],
  ['nor much longer than 30 ms for the commit', [{ rows: 400, working: 20, committing: 40 }], 300],
  ['a few rows say nothing', [{ rows: 10, working: 45, committing: 500 }], 400],
])('%s', (_name, batches, rows) => {
  expect(after(...batches)).toBe(rows);
});

test.each([
  ['at most 800', 0.01, 800],
  ['at least 200', 10_000, 200],
])('%s', (_name, working, rows) => {
  const size = createBatchSize(ROW_BATCH);
  for (let at = 0; at < 20; at += 1) size.learn({ rows: size.rows(), working, committing: 0 });
  expect(size.rows()).toBe(rows);
});
