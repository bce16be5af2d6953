import type { FileRow } from '../../../server/core/consumption-api';
import type { Column } from '../../components/list/ListTable';
import { AddedCell, FileCell, FileEvidenceCell, SizeCell, FileViewsCell } from './file-cells';
import { UsesCell } from './UsesCell';

/** What the list says of each file. */
export const FILE_COLUMNS: readonly Column<FileRow>[] = [
  { title: 'files.column.file', sort: 'name', Cell: FileCell },
  { title: 'files.column.size', sort: 'size', Cell: SizeCell },
  { title: 'files.column.used', sort: 'usedBy', Cell: UsesCell },
  { title: 'inventory.column.views', Cell: FileViewsCell },
  { title: 'inventory.column.evidence', Cell: FileEvidenceCell },
  { title: 'files.column.added', sort: 'createdAt', Cell: AddedCell },
];
