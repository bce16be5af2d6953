import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { ExportName, InventoryQuery } from '../../server/core/api';
import { useRoutes } from './ContentStrategyProvider';
import { keys } from './keys';
import type { ExportOptions, InventoryPage } from './routes';
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

/** Downloads exactly what the given filters list. */
export const useExport = () => {
  const routes = useRoutes();
  return useMutation({
    mutationFn: async ({ name, filters, options }: Download) =>
      saveBlob(await routes.export(name, filters, options), name),
  });
};

interface Download {
  readonly name: ExportName;
  readonly filters: InventoryQuery;
  readonly options: ExportOptions;
}
