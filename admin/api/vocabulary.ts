import { useQuery } from '@tanstack/react-query';
import { useRoutes } from './ContentStrategyProvider';
import { keys } from './keys';

/** Personas, stages, content types, locales, and what the user may do: the same for all pages, so fetched once. */
export const useVocabulary = () => {
  const routes = useRoutes();
  return useQuery({ queryKey: keys.vocabulary, queryFn: ({ signal }) => routes.vocabulary(signal), staleTime: 60_000 });
};
