import { useState } from 'react';
import type { AnalyticsBody, SharedPath } from '../../../../server/core/analytics-api';
import { useText } from '../../../components/text';
import { MapDialog } from './MapDialog';
import { PathsTable } from './PathsTable';

interface Props {
  readonly body: AnalyticsBody;
}

/** Paths that belong to no entry, or to several, by views: they are what is wrong with the mapping. */
export const MapPaths = ({ body: { unmatched, ambiguous } }: Props) => {
  const text = useText();
  const sharedText = useSharedText();
  const [asked, setAsked] = useState<string | null>(null);
  return (
    <>
      {ambiguous.paths > 0 && (
        <PathsTable
          title={text('analytics.ambiguous', { count: ambiguous.paths })}
          intro={text('analytics.ambiguous.text', { views: ambiguous.views })}
          list={ambiguous}
          note={sharedText}
          onMap={setAsked}
        />
      )}
      {unmatched.paths > 0 && (
        <PathsTable
          title={text('analytics.unmatched', { count: unmatched.paths })}
          intro={text('analytics.unmatched.text')}
          list={unmatched}
          onMap={setAsked}
        />
      )}
      {asked !== null && <MapDialog path={asked} onClose={() => setAsked(null)} />}
    </>
  );
};

const useSharedText = () => {
  const text = useText();
  return ({ entries, shared }: SharedPath): string => {
    const names = entries.map(({ title, documentId }) => title ?? documentId).join(', ');
    return text('analytics.ambiguous.entries', { count: shared, names, more: shared - entries.length });
  };
};
