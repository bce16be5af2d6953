import type { ReactElement } from 'react';
import { darkTheme, DesignSystemProvider, lightTheme } from '@strapi/design-system';
import { configureStore } from '@reduxjs/toolkit';
import { adminApi, NotificationsProvider } from '@strapi/strapi/admin';
import { QueryClient } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { IntlProvider } from 'react-intl';
import { Provider } from 'react-redux';
import { createMemoryRouter, RouterProvider } from 'react-router-dom';
import { PLUGIN_ID } from '../../server/core/actions';
import english from '../../admin/translations/en.json';

const messages = Object.fromEntries(Object.entries(english).map(([key, text]) => [`${PLUGIN_ID}.${key}`, text]));

/** Renders a part of the admin as Strapi would: store, theme, language, router, notifications. */
export const renderAdmin = (
  element: ReactElement,
  { path = '/', route = '*', theme = 'light' }: { path?: string; route?: string; theme?: 'light' | 'dark' } = {}
) => {
  const store = configureStore({
    reducer: { [adminApi.reducerPath]: adminApi.reducer },
    middleware: (defaults) => defaults().concat(adminApi.middleware),
  });
  const router = createMemoryRouter([{ path: route, element }], { initialEntries: [path] });
  return {
    user: userEvent.setup(),
    router,
    ...render(
      <Provider store={store}>
        <IntlProvider locale="en" messages={messages}>
          <DesignSystemProvider locale="en-GB" theme={theme === 'dark' ? darkTheme : lightTheme}>
            <NotificationsProvider>
              <RouterProvider router={router} />
            </NotificationsProvider>
          </DesignSystemProvider>
        </IntlProvider>
      </Provider>
    ),
  };
};

/** A cache of its own for each test, which fails at once; nothing in it is new for `staleTime` milliseconds. */
export const aQueryClient = (staleTime = 0) =>
  new QueryClient({ defaultOptions: { queries: { retry: false, staleTime } } });

/** Serious findings of axe in what is rendered; colours need a real browser. */
export const seriousFindings = async (container: Element): Promise<readonly string[]> => {
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help }) => `${id}: ${help}`);
};
