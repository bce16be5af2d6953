import { useMemo } from 'react';
import type { RulesPreviewBody, RulesPreviewInput, SetupInput } from '../../../server/core/rules-api';
import { useRules, useRulesPreview } from '../../api/rules';
import { useDebounced } from '../../components/use-debounced';

/** What *Apply* would do, as far as known. */
export interface SetupPreview {
  readonly body: RulesPreviewBody | null;
  /** The new rules' part of it. */
  readonly rules: RulesPreviewBody['rules'];
  /** Rules that are there already and come first. */
  readonly kept: number;
  /** Not yet what is asked for. */
  readonly isBehind: boolean;
  readonly error: unknown;
}

/** Asks once a change has rested; rules that are kept come first, as they do once applied. */
export const useSetupPreview = (input: SetupInput, enabled: boolean): SetupPreview => {
  const kept = useRules(enabled);
  const wanted = JSON.stringify({ rules: input.rules, personas: input.personas ?? [] });
  const rested = useDebounced(wanted);
  const before = kept.data;
  const asked = useMemo((): RulesPreviewInput | null => {
    if (!enabled || !before) return null;
    const { rules, personas } = JSON.parse(rested) as Required<RulesPreviewInput>;
    return {
      rules: [...before.map(({ key: _key, entries: _entries, ...rule }) => rule), ...rules],
      ...(personas.length > 0 && { personas }),
    };
  }, [before, enabled, rested]);
  const { data, error, isFetching, isPlaceholderData } = useRulesPreview(asked);
  return {
    body: data ?? null,
    rules: data?.rules.slice(before?.length ?? 0) ?? [],
    kept: before?.length ?? 0,
    isBehind: isPlaceholderData || isFetching || wanted !== rested,
    error: kept.error ?? error,
  };
};
