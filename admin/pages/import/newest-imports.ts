/** The first page of the list of imports: whatever asks for the same shares its answer. */
export const NEWEST_IMPORTS = { kind: 'import', page: 1, pageSize: 10 } as const;
