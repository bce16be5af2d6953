import type { Pagination } from '../core/api';

interface Asked {
  readonly page: number;
  readonly pageSize: number;
}

/** Which rows a page has. */
export const windowOf = ({ page, pageSize }: Asked): { readonly limit: number; readonly offset: number } => ({
  limit: pageSize,
  offset: (page - 1) * pageSize,
});

/** Of a list of which all rows were counted. */
export const exactPage = ({ page, pageSize }: Asked, total: number): Pagination => ({
  page,
  pageSize,
  pageCount: Math.ceil(total / pageSize),
  total,
  totalIsExact: true,
});
