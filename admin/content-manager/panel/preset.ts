import { PLUGIN_ID } from '../../../server/core/actions';
import type { TagPatch, VocabularyBody } from '../../../server/core/api';
import { EVERYONE } from '../../../server/core/vocabulary';

/** What *Start a draft* preselects by the create page's URL; unknown and retired keys count as not given. */
export const presetFrom = (
  search: string,
  { personas, stages }: Pick<VocabularyBody, 'personas' | 'stages'>
): readonly TagPatch[] => {
  const params = new URLSearchParams(search);
  const live = (side: 'persona' | 'stage', known: readonly { readonly key: string; readonly retired: boolean }[]) => {
    const wanted = params.get(`plugins[${PLUGIN_ID}][${side}]`);
    return known.find(({ key, retired }) => key === wanted && !retired)?.key ?? null;
  };
  const persona = live('persona', [...personas, { key: EVERYONE, retired: false }]);
  const stage = live('stage', stages);
  return persona === null && stage === null ? [] : [{ add: [{ persona, stage }] }];
};
