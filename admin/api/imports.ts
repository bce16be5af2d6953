import { useRef, useState } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ImportBody, ImportColumnsRefused, ImportHeader } from '../../server/core/import-api';
import { useRoutes } from './ContentStrategyProvider';
import { detailsOf, failureOf } from './failure';
import { keys } from './keys';
import { pause, PREVIEW_DELAY, useRefreshPlacements } from './placing';
import type { ImportRequest } from './routes';
import { saveBlob } from './save-blob';

/** A file as somebody dropped it; the same file dropped again is another. */
export interface Sheet {
  readonly id: number;
  readonly file: File;
}

/** What a look into a sheet says; a sheet whose columns are not understood asks for a hand. */
export type DryRun =
  | { readonly kind: 'read'; readonly body: ImportBody }
  | { readonly kind: 'columns-refused'; readonly reason: string; readonly columns: readonly ImportHeader[] };

/** What importing the sheet would do. The answer before stays while the next is on its way, or fails. */
export const useDryRun = (sheet: Sheet, request: ImportRequest) => {
  const routes = useRoutes();
  const [sent, setSent] = useState(0);
  const [latest, setLatest] = useState<DryRun | null>(null);
  const query = useQuery({
    queryKey: keys.dryRun(sheet.id, request),
    queryFn: async ({ signal }): Promise<DryRun> => {
      setSent(0);
      await pause(PREVIEW_DELAY, signal);
      try {
        const sending = routes.dryRun(sheet.file, request, { signal, onSent: setSent });
        return { kind: 'read', body: await orSheetChanged(sheet, sending) };
      } catch (error) {
        const refused = columnsRefused(error);
        if (refused === null) throw error;
        return { kind: 'columns-refused', reason: failureOf(error).message ?? '', columns: refused };
      }
    },
    // A large file is sent when somebody asks for something else, and at no other time.
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
    refetchOnReconnect: false,
  });
  const { data, error, isFetching, refetch } = query;
  if (data !== undefined && data !== latest) setLatest(data);
  return { latest, error: isFetching ? null : error, isFetching, sent, retry: () => void refetch() };
};

/** Imports the sheet; `cancel` breaks it off. */
export const useApplyImport = (sheet: Sheet) => {
  const routes = useRoutes();
  const refresh = useRefreshPlacements(TOUCHED);
  const controller = useRef<AbortController>();
  const mutation = useMutation({
    mutationFn: (request: ImportRequest) => {
      controller.current = new AbortController();
      return orSheetChanged(sheet, routes.applyImport(sheet.file, request, { signal: controller.current.signal }));
    },
    // Broken off, a part may have been placed.
    onSettled: refresh,
  });
  return { ...mutation, cancel: () => controller.current?.abort() };
};

const POLL_MS = 2_000;

/** How many entries an import under way has changed so far; `null` where that is not known. */
export const useImportProgress = (isAsked: boolean): number | null => {
  const routes = useRoutes();
  const page = { kind: 'import', page: 1, pageSize: 1 } as const;
  const { data } = useQuery({
    queryKey: keys.operationsPage(page),
    queryFn: ({ signal }) => routes.operations(page, signal),
    enabled: isAsked,
    refetchInterval: POLL_MS,
    staleTime: 0,
  });
  const [newest] = data?.data ?? [];
  return isAsked && newest?.status === 'running' ? newest.done : null;
};

/** Downloads the rows that would be rejected, each with why. */
export const useRejectedRows = (sheet: Sheet) => {
  const routes = useRoutes();
  return useMutation({
    mutationFn: async (request: ImportRequest) =>
      saveBlob(
        await orSheetChanged(sheet, routes.rejectedRows(sheet.file, request)),
        sheet.file.name.replace(/(\.\w+)?$/, '-rejected.csv')
      ),
  });
};

/** The browser no longer hands out a file that was saved again since it was dropped. */
export class SheetChanged extends Error {}

/** Whether somebody broke a request off. */
export const isBrokenOff = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

/** The answer to a sheet that was sent, or else whether the browser could still read it. */
export const orSheetChanged = async <T>({ file }: Sheet, sending: Promise<T>): Promise<T> => {
  try {
    return await sending;
  } catch (error) {
    if (failureOf(error).status === null && !isBrokenOff(error) && !(await isReadable(file))) throw new SheetChanged();
    throw error;
  }
};

const isReadable = (file: File): Promise<boolean> =>
  file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false
    );

const columnsRefused = (error: unknown): readonly ImportHeader[] | null => {
  const { field, columns } = detailsOf<ImportColumnsRefused>(error);
  return field === 'columns' && Array.isArray(columns) ? columns : null;
};

/** Imports may create personas and stages, besides placing. */
const TOUCHED = [keys.personas, keys.stages, keys.vocabulary];
