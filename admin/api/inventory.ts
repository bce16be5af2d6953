import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { ExportName } from '../../server/core/api';
import { useRoutes } from './ContentStrategyProvider';
import { keys } from './keys';
import { pause, PREVIEW_DELAY } from './placing';
import type { ExportFilters, ExportOptions, InventoryPage } from './routes';
import { saveBlob } from './save-blob';

/** One page of rows behind any number. */
export const useInventory = (page: InventoryPage, enabled = true) => {
  const routes = useRoutes();
  return useQuery({
    queryKey: keys.inventory(page),
    queryFn: ({ signal }) => routes.inventory(page, signal),
    placeholderData: keepPreviousData,
    enabled,
  });
};

/** Entries by a part of their title or path, once the typing pauses. */
export const useEntrySearch = (search: string) => {
  const routes = useRoutes();
  return useQuery({
    queryKey: keys.entrySearch(search),
    queryFn: async ({ signal }) => {
      if (search) await pause(PREVIEW_DELAY, signal);
      return routes.inventory({ search, pageSize: 20 }, signal);
    },
    placeholderData: keepPreviousData,
  });
};

/** Downloads exactly what the given filters list, and tells whether that was nothing. */
export const useExport = () => {
  const routes = useRoutes();
  return useMutation({
    mutationFn: async ({ name, filters, options }: Download) => {
      const file = await routes.export(name, filters, options);
      saveBlob(file, name);
      return { isEmpty: await hasHeadersOnly(file) };
    },
  });
};

/** Headers are one short line, and hold no line breaks. */
const hasHeadersOnly = async (csv: Blob): Promise<boolean> => {
  if (csv.size > HEADERS_AT_MOST) return false;
  return (await csv.text()).trimEnd().split('\r\n').length <= 1;
};

const HEADERS_AT_MOST = 4096;

interface Download {
  readonly name: ExportName;
  readonly filters: ExportFilters;
  readonly options: ExportOptions;
}
