import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { styled } from 'styled-components';
import { schemeOf } from '../components/tint';
import { failureOf } from './failure';
import { useHttp } from './http';
import { createRoutes, type Routes } from './routes';

// One cache for all mounting points, so that the panel's save is seen by the list column and the pages.
const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A refusal stays a refusal; only what broke on the way is tried once more.
      retry: (count, error) => count < 1 && (failureOf(error).status ?? 500) >= 500,
    },
  },
});

const RoutesContext = createContext<Routes | null>(null);

interface Props {
  readonly children: ReactNode;
  /** A cache of one's own, for tests. */
  readonly client?: QueryClient;
}

/** Wraps each of our mounting points in Strapi's admin (pages, settings, panel, column). */
export const ContentStrategyProvider = ({ children, client = queryClient }: Props) => {
  const http = useHttp();
  const routes = useMemo(() => createRoutes(http), [http]);
  return (
    <QueryClientProvider client={client}>
      <RoutesContext.Provider value={routes}>
        <InTheme>{children}</InTheme>
      </RoutesContext.Provider>
    </QueryClientProvider>
  );
};

const InTheme = styled.div`
  /* No box of its own: only what is inherited. */
  display: contents;
  color-scheme: ${schemeOf};
`;

/** The admin routes of the present session. */
export const useRoutes = (): Routes => {
  const routes = useContext(RoutesContext);
  if (!routes) throw new Error('useRoutes needs a ContentStrategyProvider above it');
  return routes;
};
