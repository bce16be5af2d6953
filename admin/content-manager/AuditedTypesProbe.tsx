import { useAuditedTypes } from './use-audited-types';

/** Shows nothing: the list view's columns are made outside of any component, where nobody can ask who is logged in. */
export const AuditedTypesProbe = () => {
  useAuditedTypes();
  return null;
};
