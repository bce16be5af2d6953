/** How Strapi stores an uploaded file, whichever provider keeps it: a hash and an extension. */
export interface StoredName {
  readonly hash: string;
  readonly ext: string;
}

/** Read from a URL, absolute or not, with a CDN in front or not; `null` where it ends in no file. */
export const storedName = (url: string): StoredName | null => {
  const [, hash, ext] = /([^/]{1,200}?)(\.\w{1,20})$/.exec(decoded(url.replace(/[?#].*$/s, ''))) ?? [];
  return hash === undefined || ext === undefined ? null : { hash, ext };
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
