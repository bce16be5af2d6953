import type { InventoryRow, InventorySort } from '../../../server/core/api';
import type { Column } from '../../components/list/ListTable';
import { DecisionCell } from './DecisionCell';
import { EditedCell, FindingsCell, OwnerCell, StatusCell, TitleCell, TypeCell } from './entry-cells';
import { EvidenceCell, FirstPublishedCell, LastViewedCell, ViewsCell } from './evidence-cells';
import { PlacementCell } from './PlacementCell';

type SortField = InventorySort extends `${infer Field}:${string}` ? Field : never;

/** A column of a list of entries. */
export type EntryColumn = Column<InventoryRow> & { readonly sort?: SortField };

/** What lists of entries may show of each. */
export const ENTRY_COLUMNS = {
  title: { title: 'inventory.column.title', sort: 'title', Cell: TitleCell },
  contentType: { title: 'inventory.column.contentType', Cell: TypeCell },
  status: { title: 'inventory.column.status', Cell: StatusCell },
  placement: { title: 'inventory.column.placement', Cell: PlacementCell },
  views: { title: 'inventory.column.views', sort: 'views', Cell: ViewsCell },
  lastViewed: { title: 'inventory.column.lastViewed', sort: 'lastViewed', Cell: LastViewedCell },
  evidence: { title: 'inventory.column.evidence', Cell: EvidenceCell },
  firstPublished: { title: 'inventory.column.firstPublished', sort: 'firstPublishedAt', Cell: FirstPublishedCell },
  findings: { title: 'inventory.column.findings', Cell: FindingsCell },
  decision: { title: 'inventory.column.decision', Cell: DecisionCell },
  owner: { title: 'inventory.column.owner', Cell: OwnerCell },
  edited: { title: 'inventory.column.updatedAt', sort: 'updatedAt', Cell: EditedCell },
} as const satisfies Readonly<Record<string, EntryColumn>>;

/** The Inventory's columns. */
export const INVENTORY_COLUMNS: readonly EntryColumn[] = [
  ENTRY_COLUMNS.title,
  ENTRY_COLUMNS.contentType,
  ENTRY_COLUMNS.status,
  ENTRY_COLUMNS.placement,
  ENTRY_COLUMNS.views,
  ENTRY_COLUMNS.lastViewed,
  ENTRY_COLUMNS.evidence,
  ENTRY_COLUMNS.findings,
  ENTRY_COLUMNS.decision,
  ENTRY_COLUMNS.owner,
  ENTRY_COLUMNS.edited,
];
