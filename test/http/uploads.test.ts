/** Files that come with requests: whatever is said of them, none stays on the server's disk. */
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { as, hostForAll } from '../support/host';
import { superAdmin } from '../support/users';

const host = hostForAll();
let token: string;
beforeAll(async () => ({ token } = await superAdmin(host())));

/** Where Strapi's parser of forms puts files; others write there too. */
const isOnDisk = (content: string): boolean =>
  readdirSync(tmpdir()).some((name) => {
    const path = join(tmpdir(), name);
    try {
      return statSync(path).size === content.length && readFileSync(path, 'utf8') === content;
    } catch {
      return false;
    }
  });

test.each([
  ['analytics', 'dryRun=true', 400],
  ['analytics', 'dryRun=perhaps', 400],
  ['tags', 'dryRun=true', 200],
  ['tags', 'answer=unknown.csv', 400],
])('%s?%s', async (what, query, expected) => {
  const content = `Title,Stages\n${randomUUID()},\n`;
  const { status } = await as(host(), token)
    .post(`/content-strategy/imports/${what}?${query}`)
    .attach('file', Buffer.from(content), 'sheet.csv');
  expect(status).toBe(expected);
  expect(isOnDisk(content)).toBe(false);
});

test.each([
  ['in Windows-1252 is refused, not corrupted', Buffer.from('Title,Stages\nf\u00fcr,\n', 'latin1'), 400],
  ['in UTF-8 is read', Buffer.from('Title,Stages\nf\u00fcr,\n'), 200],
])('a body of text %s', async (_what, body, expected) => {
  const request = as(host(), token).post('/content-strategy/imports/tags?dryRun=true').set('Content-Type', 'text/csv');
  request.write(body);
  const { status, body: answer } = await request;
  expect(status).toBe(expected);
  if (expected === 400) expect(answer.error.message).toMatch(/^`file`: it is not in UTF-8: send it as/);
});
