import { PLUGIN_ID } from '../../../server/core/actions';
import type { ListFilterName } from '../../../server/core/list-filters';
import type { Option } from '../../components/axis-options';

type Names = Readonly<Partial<Record<ListFilterName, readonly Option[]>>>;

const STORAGE_KEY = `${PLUGIN_ID}.filter-names`;

/**
 * What the filters' keys are called. Kept over page loads: the filter bar asks once, synchronously, before any request
 * of ours could be answered. Until first known it shows keys.
 */
export const keptNames = {
  get: (): Names => {
    try {
      return (JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}') ?? {}) as Names;
    } catch {
      return {};
    }
  },
  set: (names: Names): void => localStorage.setItem(STORAGE_KEY, JSON.stringify(names)),
};
