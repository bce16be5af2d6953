import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import type { ContentTypeBody } from '../../../server/core/api';
import { fieldsQuery, valuesQuery } from '../../api/rules';
import { useRoutes } from '../../api/ContentStrategyProvider';
import { useGlance } from '../../api/coverage';
import { useNaming } from '../../components/VocabularyGate';
import { useContentTypeSettings } from '../../settings/content-types/use-content-types';
import type { SetupDraft } from './setup-draft';
import { auditedTypes, operatorOf, valuesKey, type SetupFacts } from './setup-facts';
import { wantedValues } from './setup-plan';

/** All that the first run builds upon; fields and values only of what the draft puts under audit. */
export const useSetupFacts = (
  draft: SetupDraft
): { readonly facts: SetupFacts | null; readonly failed: Failed | null } => {
  const routes = useRoutes();
  const { personas, stages } = useNaming();
  const { query } = useContentTypeSettings();
  const { data: glance } = useGlance();
  const counts = new Map(glance?.contentTypes.map(({ uid, entries }) => [uid, entries]));
  const types = (query.data ?? []).map((type) => typeOf(type, counts));

  const audited = auditedTypes(draft, { types });
  const fieldQueries = useQueries({ queries: audited.map(({ uid }) => fieldsQuery(routes, uid)) });
  const fields = new Map(
    audited.flatMap(({ uid }, at) => {
      const data = fieldQueries[at]?.data;
      // Here each value is placed by itself: only what entries share is of use.
      return data ? [[uid, data.filter(({ suits }) => suits === 'groups')] as const] : [];
    })
  );
  const known = {
    types,
    fields,
    values: new Map(),
    personas: personas.filter(({ retired }) => !retired),
    stages: stages.filter(({ retired }) => !retired),
  };
  const wanted = wantedValues(draft, known);
  const valueQueries = useQueries({
    queries: wanted.map(({ uid, field }) =>
      valuesQuery(routes, { contentType: uid, field, operator: operatorOf(fields.get(uid) ?? [], field) })
    ),
  });
  const values = new Map(
    wanted.flatMap((ref, at) => {
      const data = valueQueries[at]?.data;
      return data ? [[valuesKey(ref), data] as const] : [];
    })
  );

  const failed = [query, ...fieldQueries, ...valueQueries].find(({ error }) => error !== null);
  // What depends on fields would jump while they come in one by one.
  const ready = query.data !== undefined && fieldQueries.every(({ data }) => data !== undefined);
  return { facts: ready ? { ...known, values } : null, failed: failed ?? null };
};

type Failed = Pick<UseQueryResult, 'error' | 'refetch'>;

const typeOf = ({ uid, displayName, kind, setting }: ContentTypeBody, counts: ReadonlyMap<string, number>) => ({
  uid,
  displayName,
  kind,
  entries: counts.get(uid) ?? null,
  audited: setting.audited,
});
