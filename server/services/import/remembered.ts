import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import {
  IMPORT_COLUMNS,
  type DecisionChoice,
  type ImportColumn,
  type ImportOptions,
  type ReadOptions,
} from '../../core/import-api';
import { fold } from '../../core/import/words';
import { createSettingStore } from '../../stores/settings';

/** How a sheet was read by hand: keys, and `null` for what is ignored. */
export interface Mapping {
  readonly columns: Readonly<Record<string, ImportColumn | null>>;
  readonly personas: Readonly<Record<string, string | null>>;
  readonly stages: Readonly<Record<string, string | null>>;
  readonly decisions: Readonly<Record<string, DecisionChoice>>;
}

const PREFIX = 'import:';

/** The mapping last applied to a sheet with the same headers, whoever did it: sheets go round in a team. */
export const createMappingMemory = (strapi: Core.Strapi) => {
  const settings = createSettingStore(strapi);
  return {
    recall: async (headers: readonly string[]): Promise<Mapping> => {
      const stored = await settings.get(keyOf(headers));
      return { columns: {}, personas: {}, stages: {}, decisions: {}, ...((stored ?? {}) as Partial<Mapping>) };
    },
    remember: async (headers: readonly string[], mapping: Mapping): Promise<void> => {
      const key = keyOf(headers);
      const isEmpty = Object.values(mapping).every((part: object) => Object.keys(part).length === 0);
      if (isEmpty && (await settings.get(key)) === undefined) return;
      await settings.set(key, mapping);
    },
  };
};

/** What was said now goes before what was said last; of that, what exists no longer is forgotten. */
export const completeOptions = (
  said: ImportOptions,
  last: Mapping,
  keys: { readonly personas: ReadonlySet<string>; readonly stages: ReadonlySet<string> }
): { readonly options: ReadOptions; readonly isRemembered: boolean } => {
  const columns = Object.entries(last.columns).filter(
    ([, meaning]) => meaning === null || IMPORT_COLUMNS.includes(meaning)
  );
  const known = (side: 'personas' | 'stages') =>
    Object.entries(last[side]).filter(([, key]) => key === null || keys[side].has(key));
  const recalled = [
    said.columns === undefined ? columns : [],
    said.values?.personas === undefined ? known('personas') : [],
    said.values?.stages === undefined ? known('stages') : [],
    said.values?.decisions === undefined ? Object.entries(last.decisions) : [],
  ] as const;
  return {
    options: {
      columns: said.columns ?? Object.fromEntries(recalled[0]),
      values: {
        personas: said.values?.personas ?? Object.fromEntries(recalled[1]),
        stages: said.values?.stages ?? Object.fromEntries(recalled[2]),
        decisions: said.values?.decisions ?? Object.fromEntries(recalled[3]),
      },
    },
    isRemembered: recalled.some(({ length }) => length > 0),
  };
};

/** The same columns in another order are the same sheet. */
const keyOf = (headers: readonly string[]): string =>
  PREFIX +
  createHash('sha256')
    .update(JSON.stringify(headers.map(fold).sort()))
    .digest('hex');
