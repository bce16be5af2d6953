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
