import { foldHeader } from '../import/words';
import { readViews } from './cells';
import { findColumns, sharesOf, type Columns } from './columns';
import type { AnalyticsFormat, TableHead } from './format';
import { readGa4Comments, type Comments } from './ga4-comments';
import { rowReader } from './table';
import { GA4_COLUMNS, PLAIN_COLUMNS } from './words';

/** GA4's report *Pages and screens*; without its comment lines, which somebody may have cut off, the period is asked for. */
export const ga4Pages: AnalyticsFormat = {
  report: 'ga4-pages',
  tool: 'ga4',
  open: (head) => {
    const { header, sample } = head;
    const { path, address, host, views } = GA4_COLUMNS;
    const comments = readGa4Comments(head.comments);
    const named = findColumns(header, sample, { path, address, host, views });
    const columns = named ?? columnsByShape(head, comments);
    if (columns === null) return null;
    const { report, site, period, segment } = comments;
    const hasDays = PERIOD_COLUMNS.every((names) => header.some((name) => names.has(foldHeader(name))));
    if (report === null && hasDays) return null;
    return {
      site,
      period,
      segment,
      isSearchable: true,
      // In a language that is not known here it is likely, and no more, that the first number is the views.
      incomplete: named === null ? ['assumed-columns'] : [],
      header,
      read: rowReader(head, columns),
    };
  },
};

/** No report of GA4 has these: somebody's own sheet that only borrows its names. */
const PERIOD_COLUMNS = [PLAIN_COLUMNS.from, PLAIN_COLUMNS.to];

/**
 * In whatever language: under GA4's comments paths, called as the comments say the report is by, and whole numbers
 * beside them. Reports of landing pages are called as what they are by; what they count first is sessions.
 */
const columnsByShape = ({ header, sample }: TableHead, { report, title, dimension }: Comments): Columns | null => {
  const [first = ''] = header;
  const isByPath = report === 'pages' && dimension !== '' && foldHeader(first) === foldHeader(dimension);
  if (!isByPath || foldHeader(dimension).startsWith(foldHeader(title)) || sample.length === 0) return null;
  const isCounted = sample.every((cells) => typeof readViews(cells[1] ?? '') === 'number');
  const { paths } = sharesOf(sample.map((cells) => (cells[0] ?? '').trim()));
  if (!isCounted || paths < 0.5) return null;
  return { page: 0, isAddress: false, views: 1, host: -1, from: -1, to: -1, date: -1, segment: -1 };
};
