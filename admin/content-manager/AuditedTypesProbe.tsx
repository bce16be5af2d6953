import { lazy, Suspense } from 'react';
import { useAuditedTypes } from './use-audited-types';

const NamesKeeper = lazy(() =>
  import('./list-filters/NamesKeeper').then((module) => ({ default: module.NamesKeeper }))
);

/** Shows nothing: the list view's columns and filters are made outside of any component, where nobody can ask who is logged in. */
export const AuditedTypesProbe = () => {
  const types = useAuditedTypes();
  if (types === null || types.size === 0) return null;
  return (
    <Suspense fallback={null}>
      <NamesKeeper />
    </Suspense>
  );
};
