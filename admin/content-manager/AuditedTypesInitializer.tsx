import { useEffect } from 'react';
import { PLUGIN_ID } from '../../server/core/actions';
import { auditedTypes } from './audited-types';
import { useMayRead } from './use-audited-types';

interface Props {
  readonly setPlugin: (id: string) => void;
}

/**
 * Runs before Strapi shows its first page: whoever may not read is known to see no type. The list view takes its columns
 * once, and would keep an empty one of ours.
 */
export const AuditedTypesInitializer = ({ setPlugin }: Props) => {
  const mayRead = useMayRead();
  useEffect(() => {
    if (mayRead === false) auditedTypes.set([]);
    // Strapi waits for this: whatever is known, its admin must not.
    setPlugin(PLUGIN_ID);
  }, [mayRead, setPlugin]);
  return null;
};
