/**
 * Which files a text names. Strapi calls a file by its hash (`photo_ab12cd34ef`), its formats by theirs with a name in
 * front (`small_photo_ab12cd34ef`), and puts both into URLs. Wherever the hash is served from, it is the file.
 */
export interface FileNames {
  /** `url` as Strapi has it: where a provider chose another name than the hash, that one counts too. */
  readonly add: (file: { readonly id: number; readonly hash: string; readonly url: string }) => void;
  /**
   * The files that a text names, in time that grows with the text alone. Not seen: a file named by its id, or by a name
   * without Strapi's random end outside of a URL.
   */
  readonly find: (text: string) => ReadonlySet<number>;
}

/** The names of all files: some hundred bytes of memory for each. */
export const createFileNames = (): FileNames => {
  const first = new Map<string, number>();
  /** Copied libraries have the same hash twice. */
  const others = new Map<string, number[]>();
  const name = (text: string, id: number): void => {
    const known = first.get(text);
    if (known === undefined) first.set(text, id);
    else if (known !== id) others.set(text, [...(others.get(text) ?? []), id]);
  };
  return {
    add: ({ id, hash, url }) => {
      if (hash !== '') name(hash, id);
      const stem = stemOf(url);
      if (stem !== '' && stem !== hash) name(stem, id);
    },
    find: (text) => {
      const found = new Set<number>();
      for (const candidate of namesIn(text)) {
        const known = withoutFormat(candidate, (one) => first.has(one));
        const id = known === null ? undefined : first.get(known);
        if (known === null || id === undefined) continue;
        found.add(id);
        for (const other of others.get(known) ?? []) found.add(other);
      }
      return found;
    },
  };
};

/** What could be a file's or a format's name: the last part of each URL, and words that end as Strapi's hashes do. */
export const namesIn = (text: string): ReadonlySet<string> => {
  const names = new Set<string>();
  const hint = new RegExp(HINT);
  let end = 0;
  for (let found = hint.exec(text); found !== null; found = hint.exec(text)) {
    const isInUrl = found[0] === '/' || found[0].startsWith('%');
    const start = isInUrl ? found.index + found[0].length : startOfWord(text, found.index, end);
    end = endOfWord(text, start);
    // Every character is looked at once: what follows the word comes next.
    hint.lastIndex = Math.max(end, hint.lastIndex);
    if (end - start <= LONGEST) for (const name of candidates(text.slice(start, end), isInUrl)) names.add(name);
  }
  return names;
};

/** A slash, written out or encoded, and the ends of hashes: of today's, and of Strapi 3's. */
const HINT = /\/|%2[Ff]|_[0-9a-f]{10}|[0-9a-f]{32}/g;
const HASH = /_[0-9a-f]{10}|[0-9a-f]{32}/;
const DELIMITERS = '\\s"\'`<>()\\[\\]{}\\\\/?#&=,;:|*!$^';
const WORD_END = new RegExp(`[${DELIMITERS}]|%2[Ff]`, 'g');
const DELIMITER = new RegExp(`[${DELIMITERS}]`);

/** Longer words are no names: a column for hashes holds 255 characters, each of which may be encoded. */
const LONGEST = 3 * 255 + 20;

const startOfWord = (text: string, from: number, least: number): number => {
  let start = from;
  while (start > least && !DELIMITER.test(text.charAt(start - 1))) start -= 1;
  return start;
};

const endOfWord = (text: string, from: number): number => {
  WORD_END.lastIndex = from;
  return WORD_END.exec(text)?.index ?? text.length;
};

/** With dots it may be a name and an extension, or two where a CDN made `photo.jpg.webp` of it; some add a size. */
const candidates = (word: string, isInUrl: boolean): readonly string[] => {
  const whole = decoded(word).replace(/\.+$/, '');
  const named: string[] = [];
  if (isInUrl && whole.includes('.'))
    named.push(whole, whole.slice(0, whole.lastIndexOf('.')), whole.split('.', 1).join());
  const hash = HASH.exec(whole);
  if (hash !== null) named.push(whole.replace(/\.[^.]*$/, ''), whole.slice(0, hash.index + hash[0].length));
  return named.filter((name) => name !== '');
};

const decoded = (word: string): string => {
  if (!word.includes('%')) return word;
  try {
    return decodeURIComponent(word);
  } catch {
    return word;
  }
};

/** More words than this in front of a hash are no format's name. */
const FORMAT_WORDS = 4;

const withoutFormat = (name: string, isKnown: (name: string) => boolean): string | null => {
  let rest = name;
  for (let words = 0; words <= FORMAT_WORDS; words += 1) {
    if (isKnown(rest)) return rest;
    const at = rest.indexOf('_');
    if (at < 0) return null;
    rest = rest.slice(at + 1);
  }
  return null;
};

/** The last part of a URL without its extension. */
const stemOf = (url: string): string => {
  const path = url.replace(/[?#].*$/, '');
  const name = decoded(path.slice(path.lastIndexOf('/') + 1));
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
};
