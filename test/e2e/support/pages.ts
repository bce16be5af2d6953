import type { Browser, Page } from 'playwright-core';
import { launch, openPage, type View } from './browser';
import { logIn, USERS, type Session } from './login';

type User = keyof typeof USERS;

/** One browser for all tests of a file, with its users logged in; opens pages as one of them, the admin unless said. */
export const pagesForAll = (...users: readonly User[]) => {
  let browser: Browser | undefined;
  const sessions = new Map<User, Session>();
  beforeAll(async () => {
    browser = await launch();
    for (const user of new Set<User>(['admin', ...users])) sessions.set(user, await logIn(browser, USERS[user]));
  });
  afterAll(() => browser?.close());

  return ({ user = 'admin', ...view }: Omit<View, 'session'> & { readonly user?: User } = {}): Promise<{
    page: Page;
    errors: string[];
  }> => {
    if (!browser) throw new Error('the browser is launched in beforeAll');
    const session = sessions.get(user);
    if (!session) throw new Error(`${user} is not among the file's users`);
    return openPage(browser, { ...view, session });
  };
};
