import { loosePathOf } from '../import/url';

/** A published version of an entry, by what may stand in its address. */
export interface Addressed {
  /** Without slashes around it; of a field that holds a whole path, all of it. */
  readonly slug: string;
  /** `''` for types without locales. */
  readonly locale: string;
  /** Texts one to-one hop away, by their placeholder: `product.slug`. */
  readonly hops: Readonly<Record<string, string>>;
}

/** A URL pattern by which paths that people visit lead to entries of a type. */
export interface GuessedPattern {
  readonly pattern: string;
  /** Versions to which a path leads, of those that were looked at. */
  readonly found: number;
  readonly of: number;
}

/** So many versions have to be found: two may share a slug with a page by chance. */
const FEWEST = 3;
const SHARE = 0.2;

/**
 * Finds the pattern under which most versions of a type stand among some paths (normalised, with a slash in front).
 * `pathsByEnd` has them by `endOf`, `slugField` is the placeholder of the slug.
 */
export const createPatternGuess = (pathsByEnd: ReadonlyMap<string, readonly string[]>, slugField: string) => {
  const found = new Map<string, number>();
  let of = 0;
  return {
    add: (version: Addressed): void => {
      const paths = pathsByEnd.get(endOf(version.slug)) ?? [];
      const patterns = new Set(paths.flatMap((path) => patternOf(path, version, slugField) ?? []));
      for (const pattern of patterns) found.set(pattern, (found.get(pattern) ?? 0) + 1);
      of += 1;
    },
    /** `null`: too few stand under any. */
    best: (): GuessedPattern | null => {
      const [best] = [...found].sort(([a, x], [b, y]) => y - x || a.length - b.length || (a < b ? -1 : 1));
      return best === undefined || best[1] < Math.max(FEWEST, SHARE * of)
        ? null
        : { pattern: best[0], found: best[1], of };
    },
  };
};

/** The text behind a path's last slash, as links to the same page mostly have it. */
export const endOf = (path: string): string => segmentsOf(path).at(-1) ?? '';

const segmentsOf = (path: string): readonly string[] => loosePathOf(path).split('/').filter(Boolean);

const patternOf = (path: string, { slug, locale, hops }: Addressed, slugField: string): string | null => {
  const [segments, own] = [segmentsOf(path), segmentsOf(slug)];
  const depth = segments.length - own.length;
  if (depth < 0 || own.some((segment, at) => segment !== segments[depth + at])) return null;
  const folders = path.split('/').filter(Boolean).slice(0, depth);
  const named = folders.map((folder) => {
    if (locale !== '' && isSame(folder, locale)) return '{locale}';
    const hop = Object.entries(hops).find(([, text]) => isSame(folder, text));
    return hop === undefined ? folder : `{${hop[0]}}`;
  });
  return ['', ...named, `{${slugField}}`].join('/');
};

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
