import { foldHeader } from '../import/words';
import { hostOf } from '../import/url';
import { findColumns } from './columns';
import type { AnalyticsFormat } from './format';
import { readGa4Comments } from './ga4-comments';
import { rowReader } from './table';
import { MATOMO_COLUMNS, MATOMO_ONLY, NOT_SET, OTHERS } from './words';

/** Matomo's *Page URLs*: what is served at `/pricing/` it calls `/pricing/index`; not exported flat, its rows are folders. */
export const matomo: AnalyticsFormat = {
  report: 'matomo',
  tool: 'matomo',
  open: (head) => {
    const { header, sample } = head;
    const isMatomo = header.some((name) => MATOMO_ONLY.has(foldHeader(name)));
    const columns = isMatomo ? findColumns(header, sample, MATOMO_COLUMNS) : null;
    if (columns === null) return null;
    const { period } = readGa4Comments(head.comments);
    const hasFolders = sample.some((cells) => isFolder((cells[columns.page] ?? '').trim()));
    return {
      site: '',
      period,
      segment: null,
      incomplete: hasFolders ? ['folders'] : [],
      header,
      read: rowReader(head, columns, { clean: (path) => path.replace(/\/index$/, '') || '/' }),
    };
  },
};

/** A page begins with a slash or a host. */
const isFolder = (label: string): boolean =>
  label !== '' &&
  !label.startsWith('/') &&
  hostOf(label) === '' &&
  !OTHERS.has(foldHeader(label)) &&
  !NOT_SET.has(foldHeader(label));
