/** The source of an analytics import in what was counted. */
export const importSource = (id: number): string => `import:${id}`;

/** Whether a source is an analytics import. */
export const isImport = (source: string): boolean => source.startsWith('import:');

/** What tells the versions of one content type apart; document IDs hold no space. */
export const versionKey = (documentId: string, locale: string): string =>
  locale === '' ? documentId : `${documentId} ${locale}`;
