import { useCallback, useState } from 'react';
import { oneOf, useUrlState } from '../../components/url-state';
import {
  EMPTY_DRAFT,
  forgetDraft,
  keepDraft,
  keptDraft,
  namesWith,
  SETUP_STEPS,
  type SetupDraft,
  type SetupStep,
} from './setup-draft';

/** The first run's decisions, kept at each change, and its step, which stands in the URL. */
export const useSetupDraft = () => {
  const [draft, setDraft] = useState(() => keptDraft() ?? EMPTY_DRAFT);
  const { params, set } = useUrlState();
  const step = oneOf(params.get('step'), SETUP_STEPS) ?? draft.step;

  const change = useCallback((changes: Partial<SetupDraft>) => {
    setDraft((before) => {
      const after = { ...before, ...changes };
      keepDraft(after);
      return after;
    });
  }, []);
  const goTo = useCallback(
    (next: SetupStep) => {
      setDraft((before) => {
        const after = { ...before, step: next, typed: namesWith(before.typed, before.typing), typing: '' };
        keepDraft(after);
        return after;
      });
      set({ step: next });
    },
    [set]
  );
  return { draft, step, change, goTo, forget: forgetDraft };
};
