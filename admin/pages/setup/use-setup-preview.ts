import {
  keptRule,
  type RulesPreviewBody,
  type RulesPreviewInput,
  type SetupInput,
} from '../../../server/core/rules-api';
import { useRules, useRulesPreview } from '../../api/rules';

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

/** Rules that are kept come first, as they do once applied. */
export const useSetupPreview = ({ rules, personas }: SetupInput, enabled: boolean): SetupPreview => {
  const kept = useRules(enabled);
  const before = kept.data;
  const asked: RulesPreviewInput | null =
    enabled && before
      ? {
          rules: [...before.map(keptRule), ...rules],
          ...(personas && { personas }),
        }
      : null;
  const { data, error, isFetching, isPlaceholderData } = useRulesPreview(asked);
  return {
    body: data ?? null,
    rules: data?.rules.slice(before?.length ?? 0) ?? [],
    kept: before?.length ?? 0,
    isBehind: isPlaceholderData || isFetching,
    error: kept.error ?? error,
  };
};
