import type { Pagination } from '../../../server/core/api';
import { Navigate, useSearchParams } from 'react-router-dom';

/** Whether a list has no rows on the page asked for, but on others. */
export const isPastEnd = ({ data, meta: { pagination } }: List): boolean =>
  data.length === 0 && pagination.total > 0 && pagination.page > pagination.pageCount;

interface List {
  readonly data: readonly unknown[];
  readonly meta: { readonly pagination: Pagination };
}

interface Props {
  readonly pageCount: number;
}

/** Leads from a page that the list no longer has to its last one: an old link, or rows that have gone since. */
export const ToLastPage = ({ pageCount }: Props) => {
  const [params] = useSearchParams();
  const next = new URLSearchParams(params);
  next.set('page', String(pageCount));
  return <Navigate replace to={{ search: next.toString() }} />;
};
