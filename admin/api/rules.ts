import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  keptRule,
  type RulesInput,
  type RulesPreviewInput,
  type RuleValuesQuery,
  type SetupInput,
} from '../../server/core/rules-api';
import { useRoutes } from './ContentStrategyProvider';
import { keys } from './keys';
import { pause, PREVIEW_DELAY, useRefreshPlacements } from './placing';

/** The rules that place entries, in their order. */
export const useRules = (enabled = true) => {
  const routes = useRoutes();
  return useQuery({ queryKey: keys.rules, queryFn: ({ signal }) => routes.rules(signal), enabled });
};

/** What a rule may compare entries of a type by. */
export const useRuleFields = (uid: string | null) => {
  const routes = useRoutes();
  return useQuery(fieldsQuery(routes, uid));
};

/** The most frequent values of a field. */
export const useRuleValues = (asked: RuleValuesQuery) => {
  const routes = useRoutes();
  return useQuery(valuesQuery(routes, asked));
};

/** One type's fields as a query, for pages that need those of several. */
export const fieldsQuery = (routes: ReturnType<typeof useRoutes>, uid: string | null) => ({
  queryKey: keys.ruleFields(uid ?? ''),
  queryFn: ({ signal }: { readonly signal: AbortSignal }) => routes.ruleFields(uid ?? '', signal),
  enabled: uid !== null,
  staleTime: FOR_A_SITTING,
});

/** One field's values as a query. */
export const valuesQuery = (routes: ReturnType<typeof useRoutes>, asked: RuleValuesQuery) => ({
  queryKey: keys.ruleValues(asked),
  queryFn: ({ signal }: { readonly signal: AbortSignal }) => routes.ruleValues(asked, signal),
  staleTime: FOR_A_SITTING,
});

const FOR_A_SITTING = 300_000;

/** What rules would do now; the answer before stays while the next is on its way. `null`: nothing to ask yet. */
export const useRulesPreview = (input: RulesPreviewInput | null) => {
  const routes = useRoutes();
  return useQuery({
    queryKey: keys.rulesPreview(input),
    queryFn: async ({ signal }) => {
      await pause(PREVIEW_DELAY, signal);
      return input === null ? null : routes.previewRules(input);
    },
    enabled: input !== null,
    placeholderData: keepPreviousData,
  });
};

/** Saves the whole list, and places anew where asked. */
export const useSaveRules = () => {
  const routes = useRoutes();
  const refresh = useRefreshPlacements(TOUCHED);
  return useMutation({
    mutationFn: (input: RulesInput) => routes.saveRules(input),
    onSuccess: refresh,
  });
};

/** *Apply* of the first run: content types, personas, rules and placing in one go. */
export const useSetUp = () => {
  const routes = useRoutes();
  const cache = useQueryClient();
  const refresh = useRefreshPlacements(TOUCHED);
  return useMutation({
    mutationFn: async (input: SetupInput) => {
      const body = await routes.setUp(input);
      // Names of new personas must be there before the heatmap is.
      await cache.invalidateQueries({ queryKey: keys.vocabulary });
      return body;
    },
    onSuccess: refresh,
  });
};

/** Takes back what one operation placed, and the rules that came with it: else they would place the next entry. */
export const useUndoPlacing = () => {
  const routes = useRoutes();
  const refresh = useRefreshPlacements(TOUCHED);
  return useMutation({
    mutationFn: async ({ id, addedRules }: { id: number; addedRules: readonly string[] }) => {
      await routes.undoOperation(id);
      if (addedRules.length === 0) return;
      const present = await routes.rules();
      const rules = present.filter(({ key }) => !addedRules.includes(key)).map(keptRule);
      await routes.saveRules({ rules, place: false });
    },
    onSettled: refresh,
  });
};

/** Rules touch everything that shows names, besides the placements. */
const TOUCHED = [keys.rules, keys.contentTypes, keys.personas, keys.vocabulary];
