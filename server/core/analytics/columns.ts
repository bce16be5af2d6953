import { foldHeader } from '../import/words';
import { hostOf } from '../import/url';

type Role = PageRole | 'host' | 'views' | 'from' | 'to' | 'date' | 'segment';

/** Names of columns by what they mean, folded. `maybePath`: only where their cells are paths. */
export type ColumnNames = Readonly<Partial<Record<Role, ReadonlySet<string>>>>;

/** Which columns mean what, by their place; -1: none. */
export interface Columns extends Readonly<Record<Exclude<Role, PageRole>, number>> {
  /** Of the page. */
  readonly page: number;
  /** Its cells begin with a host, with a scheme or without. */
  readonly isAddress: boolean;
}

/**
 * Recognises columns by their folded names; where several could be the page's, the one whose cells look like one: a
 * column "Page" may hold titles, with the address beside it. `null`: no column of pages, or none of views.
 */
export const findColumns = (
  header: readonly string[],
  sample: readonly (readonly string[])[],
  names: ColumnNames
): Columns | null => {
  const words = header.map(foldHeader);
  const at = (role: Role): number => words.findIndex((word) => names[role]?.has(word) === true);
  const page = pageColumn(words, sample, names);
  const columns = { host: at('host'), views: at('views'), from: at('from'), to: at('to'), date: at('date'), segment: at('segment') }; // prettier-ignore
  return page === null || columns.views === -1 ? null : { ...columns, ...page };
};

const pageColumn = (
  words: readonly string[],
  sample: readonly (readonly string[])[],
  names: ColumnNames
): Pick<Columns, 'page' | 'isAddress'> | null => {
  const roleOf = (word: string) => PAGE_ROLES.find((one) => names[one]?.has(word) === true);
  const candidates = PAGE_ROLES.flatMap((role) =>
    words.flatMap((word, page) => {
      if (roleOf(word) !== role) return [];
      const { paths, hosts } = sharesOf(sample.map((cells) => (cells[page] ?? '').trim()));
      // A path never begins with a host, unless most of them do.
      return [{ page, role, looks: paths + hosts, isAddress: role === 'address' || hosts > 0.5 }];
    })
  );
  return candidates.find(({ looks }) => looks >= 0.5) ?? candidates.find(({ role }) => role !== 'maybePath') ?? null;
};

/** The surest first. */
const PAGE_ROLES = ['path', 'address', 'maybePath'] as const;
type PageRole = (typeof PAGE_ROLES)[number];

/** Which share of cells are paths, and which addresses. */
export const sharesOf = (cells: readonly string[]): { readonly paths: number; readonly hosts: number } => {
  const said = cells.filter((cell) => cell !== '' && !/^\(.*\)$/.test(cell));
  const share = (is: (cell: string) => boolean): number => said.filter(is).length / Math.max(said.length, 1);
  return {
    paths: share((cell) => cell.startsWith('/')),
    hosts: share((cell) => !cell.startsWith('/') && hostOf(cell) !== ''),
  };
};
