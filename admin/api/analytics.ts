import { useRef, useState } from 'react';
import { keepPreviousData, useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { looksLikeAnalytics } from '../../server/core/analytics/head';
import type { AnalyticsBody, MoveInput } from '../../server/core/analytics-api';
import { useRoutes } from './ContentStrategyProvider';
import { orSheetChanged, type Sheet } from './imports';
import { keys } from './keys';
import { pause, PREVIEW_DELAY } from './placing';
import type { AnalyticsRequest } from './routes';

/** So much of a file's beginning tells what it is. */
const HEAD = 65_536;

/** Whether a dropped file is one of analytics, by what it holds: names of files say nothing. */
export const isAnalytics = async (file: File): Promise<boolean> => {
  try {
    const bytes = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
    return isPacked(bytes) || looksLikeAnalytics(new TextDecoder(encodingOf(bytes)).decode(bytes));
  } catch {
    // What the browser does not hand out any more is said where it is sent.
    return false;
  }
};

/** Archives and JSON, which no tool exports tags in; a workbook is an archive too, and is told to be saved as CSV. */
const isPacked = (bytes: Uint8Array): boolean => {
  const head = new TextDecoder('latin1').decode(bytes);
  if (head.startsWith('PK')) return !WORKBOOK.test(head);
  return head.startsWith('\u001f\u008b') || /^(?:\u00ef\u00bb\u00bf)?\s*\{\s*"/.test(head);
};

/** Names of files that every workbook of Excel's or LibreOffice's has. */
const WORKBOOK = /\[Content_Types\]\.xml|mimetype|_rels\/\.rels/;

/** UTF-16 by its mark, or by the zeros beside Latin letters. */
const encodingOf = ([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' => {
  if ((first === 0xfe && second === 0xff) || first === 0) return 'utf-16be';
  return (first === 0xff && second === 0xfe) || second === 0 ? 'utf-16le' : 'utf-8';
};

/** What importing the file would do. The answer before stays while the next is on its way, or fails. */
export const useAnalyticsDryRun = (sheet: Sheet, request: AnalyticsRequest) => {
  const routes = useRoutes();
  const [sent, setSent] = useState(0);
  const [latest, setLatest] = useState<AnalyticsBody | null>(null);
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: keys.analyticsDryRun(sheet.id, request),
    queryFn: async ({ signal }) => {
      setSent(0);
      await pause(PREVIEW_DELAY, signal);
      return orSheetChanged(sheet, routes.analyticsDryRun(sheet.file, request, { signal, onSent: setSent }));
    },
    // A large file is sent when somebody asks for something else, and at no other time.
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
    refetchOnReconnect: false,
  });
  if (data !== undefined && data !== latest) setLatest(data);
  return { latest, error: isFetching ? null : error, isFetching, sent, retry: () => void refetch() };
};

/** Imports the file; `cancel` breaks it off, and nothing is imported. */
export const useImportAnalytics = (sheet: Sheet) => {
  const routes = useRoutes();
  const cache = useQueryClient();
  const controller = useRef<AbortController>();
  const mutation = useMutation({
    mutationFn: (request: AnalyticsRequest) => {
      controller.current = new AbortController();
      return orSheetChanged(sheet, routes.importAnalytics(sheet.file, request, { signal: controller.current.signal }));
    },
    onSettled: () => refreshViews(cache),
  });
  return { ...mutation, cancel: () => controller.current?.abort() };
};

/** Files of analytics imported so far, newest first. */
export const useAnalyticsImports = (page: number) => {
  const routes = useRoutes();
  const asked = { page, pageSize: 10 };
  return useQuery({
    queryKey: keys.analyticsImportsPage(asked),
    queryFn: ({ signal }) => routes.analyticsImports(asked, signal),
    placeholderData: keepPreviousData,
  });
};

/** Takes an import back, or lets it count again. */
export const useChangeImport = () => {
  const routes = useRoutes();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ id, isUndone }: { readonly id: number; readonly isUndone: boolean }) =>
      isUndone ? routes.redoAnalytics(id) : routes.undoAnalytics(id),
    onSettled: () => refreshViews(cache),
  });
};

/** Maps a path to an entry by hand. */
export const useOverridePath = () => {
  const routes = useRoutes();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: routes.overridePath,
    onSettled: () => {
      void cache.invalidateQueries({ queryKey: keys.mappedPaths });
      // What a file that is being looked through would count.
      void cache.invalidateQueries({ queryKey: keys.analyticsDryRuns });
    },
  });
};

/** Says that a section of the site moved, or takes that back. */
export const useChangeMove = (change: 'add' | 'remove') => {
  const routes = useRoutes();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (move: MoveInput): Promise<void> => {
      await (change === 'add' ? routes.addMove(move) : routes.removeMove(move));
    },
    onSettled: () => {
      void cache.invalidateQueries({ queryKey: keys.moves });
      void cache.invalidateQueries({ queryKey: keys.analyticsDryRuns });
    },
  });
};

/** Sections that somebody said have moved, newest first. */
export const useMoves = (page: number) => {
  const routes = useRoutes();
  const asked = { page, pageSize: 10 };
  return useQuery({
    queryKey: keys.movesPage(asked),
    queryFn: ({ signal }) => routes.moves(asked, signal),
    placeholderData: keepPreviousData,
  });
};

/** Paths that somebody mapped by hand, newest first. */
export const useMappedPaths = (page: number) => {
  const routes = useRoutes();
  const asked = { page, pageSize: 10 };
  return useQuery({
    queryKey: keys.mappedPathsPage(asked),
    queryFn: ({ signal }) => routes.mappedPaths(asked, signal),
    placeholderData: keepPreviousData,
  });
};

const refreshViews = (cache: QueryClient): void => {
  void cache.invalidateQueries({ queryKey: keys.analyticsImports });
};
