import { Navigate, useSearchParams } from 'react-router-dom';

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
