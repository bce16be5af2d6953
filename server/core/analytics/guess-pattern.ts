/** A published version of an entry, by what may stand in its address. */
export interface Addressed {
  readonly slug: string;
  /** `''` for types without locales. */
  readonly locale: string;
  /** Texts one to-one hop away, by their placeholder: `product.slug`. */
  readonly hops: Readonly<Record<string, string>>;
}

/** A URL pattern by which paths that people visit lead to entries of a type. */
export interface GuessedPattern {
  readonly pattern: string;
  /** Versions to which a path leads. */
  readonly found: number;
  /** Versions that there are. */
  readonly of: number;
}

/** So many versions have to be found: two may share a slug with a page by chance. */
const FEWEST = 3;
const SHARE = 0.2;

/**
 * The pattern under which most versions of a type stand among some paths (normalised, with a slash in front), or `null`
 * where too few do. `slugField` is the placeholder of the slug.
 */
export const guessPattern = (
  versions: readonly Addressed[],
  pathsByEnd: ReadonlyMap<string, readonly string[]>,
  slugField: string
): GuessedPattern | null => {
  const found = new Map<string, number>();
  for (const version of versions) {
    const patterns = new Set((pathsByEnd.get(version.slug) ?? []).map((path) => patternOf(path, version, slugField)));
    for (const pattern of patterns) found.set(pattern, (found.get(pattern) ?? 0) + 1);
  }
  const [best] = [...found].sort(([a, x], [b, y]) => y - x || a.length - b.length || (a < b ? -1 : 1));
  if (best === undefined || best[1] < Math.max(FEWEST, SHARE * versions.length)) return null;
  return { pattern: best[0], found: best[1], of: versions.length };
};

/** Paths by the text behind their last slash. */
export const byEnd = (paths: Iterable<string>): ReadonlyMap<string, readonly string[]> => {
  const ends = new Map<string, string[]>();
  for (const path of paths) {
    const end = path.slice(path.lastIndexOf('/') + 1);
    const same = ends.get(end);
    if (same === undefined) ends.set(end, [path]);
    else same.push(path);
  }
  return ends;
};

const patternOf = (path: string, { locale, hops }: Addressed, slugField: string): string => {
  const folders = path.split('/').slice(1, -1);
  const named = folders.map((folder) => {
    if (locale !== '' && folder === locale) return '{locale}';
    const hop = Object.entries(hops).find(([, text]) => text === folder);
    return hop === undefined ? folder : `{${hop[0]}}`;
  });
  return ['', ...named, `{${slugField}}`].join('/');
};
