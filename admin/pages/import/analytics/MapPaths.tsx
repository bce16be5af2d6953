import { useState } from 'react';
import type { AnalyticsBody, SharedPath } from '../../../../server/core/analytics-api';
import { useOverridePath } from '../../../api/analytics';
import { useText, type TextKey } from '../../../components/text';
import { useFailureNotification } from '../../../components/use-failure-notification';
import { MapDialog } from './MapDialog';
import { PathsTable } from './PathsTable';

interface Props {
  readonly body: AnalyticsBody;
}

/** Paths that belong to no entry, or to several, by views: they are what is wrong with the mapping. */
export const MapPaths = ({ body: { unmatched, ambiguous, inDoubt } }: Props) => {
  const text = useText();
  const sharedText = useSharedText('analytics.ambiguous.entries');
  const doubtText = useSharedText('analytics.doubt.entries');
  const override = useOverridePath();
  const notifyFailure = useFailureNotification();
  const [asked, setAsked] = useState<string | null>(null);
  return (
    <>
      {inDoubt.paths > 0 && (
        <PathsTable
          title={text('analytics.doubt', { count: inDoubt.paths })}
          intro={text('analytics.doubt.text')}
          list={inDoubt}
          note={doubtText}
          onMap={setAsked}
          onOther={(path) => override.mutate({ path, entry: 'none' }, { onError: notifyFailure })}
        />
      )}
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

const useSharedText = (key: TextKey) => {
  const text = useText();
  return ({ entries, shared }: SharedPath): string => {
    const names = entries.map(({ title, documentId }) => title ?? documentId).join(', ');
    return text(key, { count: shared, names, more: shared - entries.length });
  };
};
