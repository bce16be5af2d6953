/** Values of a request's query; `undefined`, `null` and the empty string are left out. */
export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** The path with its query, encoded (Strapi's client sends `params` unencoded, so a search for `a&b` would break). */
export const withQuery = (path: string, query: Query = {}): string => {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') params.set(name, String(value));
  }
  const search = params.toString();
  return search ? `${path}?${search}` : path;
};
