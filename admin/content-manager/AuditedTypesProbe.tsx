import { lazy, Suspense } from 'react';
import { useQueryParams } from '@strapi/strapi/admin';
import { useParams } from 'react-router-dom';
import { conditionsOf, splitFilters, type ListQuery } from '../../server/core/list-filters';
import { useAuditedTypes } from './use-audited-types';

const ColumnSwitch = lazy(() => import('./ColumnSwitch').then((module) => ({ default: module.ColumnSwitch })));
const NamesKeeper = lazy(() =>
  import('./list-filters/NamesKeeper').then((module) => ({ default: module.NamesKeeper }))
);
const StrayFilters = lazy(() =>
  import('./list-filters/StrayFilters').then((module) => ({ default: module.StrayFilters }))
);

/** Knows for the list view, and lets its column be hidden: the list view's columns and filters are made outside of any component, where nobody can ask who is logged in. */
export const AuditedTypesProbe = () => {
  const types = useAuditedTypes();
  const { slug = '' } = useParams();
  const [{ query }] = useQueryParams<ListQuery>();
  const isFiltered = splitFilters(conditionsOf(query) ?? []).own.length > 0;
  return (
    <Suspense fallback={null}>
      {types !== null && types.size > 0 && <NamesKeeper />}
      {types?.has(slug) === true && <ColumnSwitch uid={slug} />}
      {isFiltered && types?.has(slug) !== true && <StrayFilters />}
    </Suspense>
  );
};
