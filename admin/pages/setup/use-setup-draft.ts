import { useCallback, useState } from 'react';
import { oneOf, useUrlState } from '../../components/url-state';
import {
  EMPTY_DRAFT,
  forgetDraft,
  keepDraft,
  keptDraft,
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
      change({ step: next });
      set({ step: next });
    },
    [change, set]
  );
  return { draft, step, change, goTo, forget: forgetDraft };
};
