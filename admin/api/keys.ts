import type { EntryRef } from '../../server/core/vocabulary';

/** Query keys, nested so that one invalidation reaches all that depends on it: audits → coverage, glance, inventory. */
export const keys = {
  vocabulary: ['vocabulary'],
  personas: ['personas'],
  stages: ['stages'],
  presets: ['presets'],
  cells: ['cells'],
  contentTypes: ['content-types'],
  rules: ['rules'],
  ruleFields: (uid: string) => ['rules', 'fields', uid],
  ruleValues: (uid: string, field: string) => ['rules', 'values', uid, field],
  rulesPreview: (input: object | null) => ['rules', 'preview', input],
  tags: ['tags'],
  tagsOfEntry: ({ uid, documentId }: EntryRef) => ['tags', uid, documentId],
  tagsOfList: (uid: string, documentIds: readonly string[]) => ['tags', uid, { documentIds }],
  placing: (input: object | null) => ['placing', input],
  dryRun: (sheet: number, asked: object) => ['import', sheet, asked],
  operations: ['operations'],
  operationsPage: (page: object) => ['operations', page],
  audited: ['audited'],
  audits: ['audited', 'audits'],
  latestAudit: ['audited', 'audits', 'latest'],
  coverage: (query: object) => ['audited', 'coverage', query],
  glance: ['audited', 'glance'],
  inventory: (page: object) => ['audited', 'inventory', page],
} as const;
