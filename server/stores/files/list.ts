import type { Knex } from 'knex';
import type { EvidenceBody, FileSort, FilesQuery, FileTotals } from '../../core/consumption-api';
import { USAGES, type FileUse, type Usage } from '../../core/files/uses';
import { TABLES } from '../audit/tables';
import { contains } from '../contains';
import { usageNo } from './rows';

/** Which files a list shows, as of the look of an audit. */
export interface FilesFilter extends FilesQuery {
  readonly audit: number;
  /** A subquery of the ids that the user may see; `null`: all. */
  readonly ids: Knex.QueryBuilder | null;
}

/** A file as it stands in the table. */
export interface StoredFile {
  readonly rowId: number;
  readonly fileId: number;
  readonly documentId: string;
  readonly name: string;
  readonly url: string;
  readonly mime: string;
  readonly ext: string;
  readonly size: number;
  readonly createdAt: number;
  readonly usage: Usage;
  readonly usedBy: number;
  readonly uses: readonly FileUse[];
  readonly duplicates: number | null;
  readonly evidence: EvidenceBody;
}

/** One page; without a sort unreferenced files come first, large ones first of these. */
export const pageOfFiles = async (
  trx: Knex.Transaction,
  filter: FilesFilter,
  sort: FileSort | null,
  page: { readonly limit: number; readonly offset: number }
): Promise<readonly StoredFile[]> => {
  const [field, direction] = (sort?.split(':') ?? []) as [keyof typeof SORT_COLUMNS | undefined, 'asc' | 'desc'];
  const rows = (await matching(trx, filter)
    .orderBy(
      field === undefined
        ? DEFAULT_ORDER
        : [
            { column: SORT_COLUMNS[field], order: direction },
            { column: 'id', order: direction },
          ]
    )
    .limit(page.limit)
    .offset(page.offset)) as readonly Row[];
  return rows.map(toFile);
};

/** The files after one of them, in the default order. */
export const nextFiles = async (
  trx: Knex.Transaction,
  filter: FilesFilter,
  after: StoredFile | null,
  limit: number
): Promise<readonly StoredFile[]> => {
  const rows = (await matching(trx, filter)
    .modify((query) => {
      if (after === null) return;
      const usage = usageNo(after.usage);
      void query.where('usage_no', '<=', usage).where((rest) => {
        void rest
          .where('usage_no', '<', usage)
          .orWhere('size', '<', after.size)
          .orWhere((same) => void same.where('size', after.size).where('id', '<', after.rowId));
      });
    })
    .orderBy(DEFAULT_ORDER)
    .limit(limit)) as readonly Row[];
  return rows.map(toFile);
};

/** How many files match, and how large they are. */
export const totalsOfFiles = async (trx: Knex.Transaction, filter: FilesFilter): Promise<FileTotals> => {
  const rows: readonly Readonly<Record<'usage_no' | 'files' | 'bytes', number | string>>[] = await matching(trx, filter)
    .groupBy('usage_no')
    .select('usage_no')
    .count({ files: '*' })
    .sum({ bytes: 'size' });
  const sum = (of: readonly (typeof rows)[number][], what: 'files' | 'bytes'): number =>
    of.reduce((total, row) => total + Number(row[what]), 0);
  const unreferenced = rows.filter((row) => Number(row.usage_no) === usageNo('unreferenced'));
  return {
    files: sum(rows, 'files'),
    bytes: sum(rows, 'bytes'),
    unreferenced: sum(unreferenced, 'files'),
    unreferencedBytes: sum(unreferenced, 'bytes'),
  };
};

const SORT_COLUMNS = { size: 'size', name: 'name', createdAt: 'created_at', usedBy: 'used_by' } as const;

const DEFAULT_ORDER = ['usage_no', 'size', 'id'].map((column) => ({ column, order: 'desc' }));

const matching = (trx: Knex.Transaction, { audit, ids, usage, evidence, search }: FilesFilter): Knex.QueryBuilder =>
  trx(TABLES.files)
    .where('valid_from', '<=', audit)
    .where('valid_to', '>', audit)
    .modify((query) => {
      if (ids !== null) void query.whereIn('file_id', ids.clone());
      if (usage !== undefined) void query.where('usage_no', usageNo(usage));
      if (evidence !== undefined) void query.where('grade', evidence);
      if (search === undefined) return;
      void query.where((either) => {
        void either.where(contains(trx, 'name', search)).orWhere(contains(trx, 'url', search));
      });
    });

const toFile = (row: Row): StoredFile => ({
  rowId: Number(row.id),
  fileId: row.file_id,
  documentId: row.document_id,
  name: row.name,
  url: row.url,
  mime: row.mime,
  ext: row.ext,
  size: Number(row.size),
  createdAt: Number(row.created_at),
  usage: USAGES[row.usage_no] ?? 'unreferenced',
  usedBy: row.used_by,
  uses: (JSON.parse(row.uses) as readonly (readonly [string, string, 0 | 1])[]).map(
    ([uid, documentId, isPublished]) => ({ uid, documentId, isPublished: isPublished === 1 })
  ),
  duplicates: row.duplicates,
  evidence: JSON.parse(row.evidence) as EvidenceBody,
});

interface Row {
  readonly id: number | string;
  readonly file_id: number;
  readonly document_id: string;
  readonly name: string;
  readonly url: string;
  readonly mime: string;
  readonly ext: string;
  readonly size: number | string;
  readonly created_at: number | string;
  readonly usage_no: number;
  readonly used_by: number;
  readonly uses: string;
  readonly duplicates: number | null;
  readonly evidence: string;
}
