/** What is asked for, and the same list without it; each on the REST API or in the Content Manager. */
export const CASES = [
  { name: 'a persona, first page', path: '/api/pieces', plain: 'sort=title', filter: 'persona=it-admin' },
  {
    name: 'a persona, page 200',
    path: '/api/pieces',
    plain: 'sort=title&pagination[page]=200',
    filter: 'persona=it-admin',
  },
  { name: 'a cell, first page', path: '/api/pieces', plain: 'sort=title', filter: 'persona=it-admin&stage=decision' },
  { name: 'a journey, first page', path: '/api/pieces', plain: 'sort=title', filter: 'journey=customer' },
  {
    name: 'to place, in the Content Manager',
    path: '/content-manager/collection-types/api::piece.piece',
    plain: 'sort=title:ASC&page=1&pageSize=25',
    filter: 'filters[$and][0][contentStrategyPlacement][$eq]=to-place',
  },
] as const;

/** Milliseconds that an answer took, in the middle of all. */
export interface Latency {
  readonly name: string;
  readonly plainMs: number;
  readonly filteredMs: number;
  /** How many entries the filter leaves. */
  readonly total: number;
}
