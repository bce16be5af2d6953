/** The source of an analytics import in what was counted. */
export const importSource = (id: number): string => `${IMPORT}${id}`;

/** The analytics import that a source is; `null` for trackers. */
export const importIdOf = (source: string): number | null =>
  source.startsWith(IMPORT) ? Number(source.slice(IMPORT.length)) : null;

const IMPORT = 'import:';

/** What tells the versions of one content type apart; document IDs hold no space. */
export const versionKey = (documentId: string, locale: string): string =>
  locale === '' ? documentId : `${documentId} ${locale}`;
