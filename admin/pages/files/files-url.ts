import { useMemo } from 'react';
import { FILE_SORTS, type FilesQuery } from '../../../server/core/consumption-api';
import { GRADES } from '../../../server/core/evidence/evidence';
import { USAGES } from '../../../server/core/files/uses';
import { oneOf, positive, useUrlState } from '../../components/url-state';

/** What the list of files is filtered by, in the order of its chips. */
export const FILE_FILTERS = ['search', 'usage', 'evidence'] as const satisfies readonly (keyof FilesQuery)[];

/** All state of the Files page, from and to its URL. */
export const useFilesUrl = () => {
  const { params, set } = useUrlState();
  const search = params.toString();
  return useMemo(() => {
    const current = new URLSearchParams(search);
    const given = {
      search: current.get('search'),
      usage: oneOf(current.get('usage'), USAGES),
      evidence: oneOf(current.get('evidence'), GRADES),
    };
    const filters: FilesQuery = Object.fromEntries(Object.entries(given).filter(([, value]) => value));
    return {
      filters,
      page: positive(current.get('page')) ?? 1,
      pageSize: 20,
      /** Without one the unreferenced files come first, the largest of them on top. */
      sort: oneOf(current.get('sort'), SORTS),
      /** Another filter or order starts at page one. */
      change: (changes: Readonly<Record<string, string | undefined>>) => set({ ...changes, page: undefined }),
    };
  }, [search, set]);
};

const SORTS = FILE_SORTS.flatMap((field) => [`${field}:asc`, `${field}:desc`] as const);
