import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PersonaBody, PersonaInput, PersonaPatch, StageBody, StageInput, StagePatch } from '../../server/core/api';
import { useRoutes } from '../api/ContentStrategyProvider';
import { keys } from '../api/keys';

interface AxisRoutes<Body, Input, Patch> {
  readonly list: (signal?: AbortSignal) => Promise<readonly Body[]>;
  readonly add: (input: Input) => Promise<Body>;
  readonly change: (key: string, patch: Patch) => Promise<Body>;
  readonly order: (order: { readonly keys: readonly string[] }) => Promise<readonly Body[]>;
  readonly remove: (key: string, reassignTo?: string) => Promise<void>;
}

/** Personas as the settings edit them, retired ones included. */
export const usePersonaSettings = () => {
  const routes = useRoutes();
  return useAxis<PersonaBody, PersonaInput, PersonaPatch>(keys.personas, {
    list: routes.personas,
    add: routes.addPersona,
    change: routes.changePersona,
    order: routes.orderPersonas,
    remove: routes.deletePersona,
  });
};

/** Stages as the settings edit them, retired ones included. */
export const useStageSettings = () => {
  const routes = useRoutes();
  return useAxis<StageBody, StageInput, StagePatch>(keys.stages, {
    list: routes.stages,
    add: routes.addStage,
    change: routes.changeStage,
    order: routes.orderStages,
    remove: routes.deleteStage,
  });
};

const useAxis = <Body extends { readonly key: string; readonly position: number }, Input, Patch>(
  queryKey: readonly string[],
  routes: AxisRoutes<Body, Input, Patch>
) => {
  const cache = useQueryClient();
  const refresh = useRefreshVocabulary();

  return {
    query: useQuery({ queryKey, queryFn: ({ signal }) => routes.list(signal) }),
    add: useMutation({ mutationFn: routes.add, onSuccess: refresh }),
    change: useMutation({
      mutationFn: ({ key, patch }: { key: string; patch: Patch }) => routes.change(key, patch),
      onSuccess: refresh,
    }),
    /** Shown at once: a row that jumps back under the pointer is a bug to whoever dropped it. */
    order: useMutation({
      mutationFn: (order: readonly string[]) => routes.order({ keys: order }),
      onMutate: async (order) => {
        await cache.cancelQueries({ queryKey });
        const before = cache.getQueryData<readonly Body[]>(queryKey);
        cache.setQueryData<readonly Body[]>(queryKey, (items) =>
          items?.map((item) => (order.includes(item.key) ? { ...item, position: order.indexOf(item.key) } : item))
        );
        return before;
      },
      onError: (_error, _order, before) => cache.setQueryData(queryKey, before),
      onSettled: refresh,
    }),
    remove: useMutation({
      mutationFn: ({ key, reassignTo }: { key: string; reassignTo?: string }) => routes.remove(key, reassignTo),
      onSuccess: refresh,
    }),
  };
};

/** After any change of names, order or keys: all that shows them is asked for again. */
export const useRefreshVocabulary = () => {
  const cache = useQueryClient();
  return () =>
    Promise.all(
      [keys.personas, keys.stages, keys.presets, keys.cells, keys.vocabulary, keys.tags, keys.audited].map((queryKey) =>
        cache.invalidateQueries({ queryKey })
      )
    );
};
