/** Views of a file by host. */
export interface HostViews {
  /** `''`: rows that name none. */
  readonly host: string;
  readonly views: number;
  /** Whether its views count for entries. */
  readonly isChosen: boolean;
}

/**
 * Whose views count: what the importer says; else the host with most views, with and without `www.`, and rows without
 * one. Staging or a shop at another host may have the same paths, and must not add up with the site.
 */
export const chooseHosts = (
  views: ReadonlyMap<string, number>,
  said: ReadonlySet<string> | null
): readonly HostViews[] => {
  const sorted = [...views].sort(([, a], [, b]) => b - a);
  const most = siteOf(sorted.find(([host]) => host !== '')?.[0] ?? '');
  const isChosen = (host: string): boolean => (said === null ? host === '' || siteOf(host) === most : said.has(host));
  return sorted.map(([host, count]) => ({ host, views: count, isChosen: isChosen(host) }));
};

const siteOf = (host: string): string => host.replace(/^www\./, '').replace(/:\d+$/, '');
