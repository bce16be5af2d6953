import type { MappedPathBody } from '../../../../server/core/analytics-api';
import { useMappedPaths, useOverridePath } from '../../../api/analytics';
import { useText } from '../../../components/text';
import { useFailureNotification } from '../../../components/use-failure-notification';
import { SaidList, SaidRow } from './SaidList';

/** Paths that somebody mapped to entries by hand, and the way back; nothing while there is none. */
export const MappedPaths = () => {
  const text = useText();
  return (
    <SaidList
      title={text('analytics.byHand')}
      label={text('analytics.map.entry')}
      useList={useMappedPaths}
      row={(one) => <Row key={one.path} one={one} />}
    />
  );
};

const Row = ({ one: { path, entry, by, at } }: { readonly one: MappedPathBody }) => {
  const text = useText();
  const override = useOverridePath();
  const notifyFailure = useFailureNotification();
  const entryText = (): string => {
    if (entry === null) return text('analytics.byHand.hidden');
    if (entry === 'none') return text('analytics.byHand.none');
    return text('analytics.byHand.entry', { title: entry.title ?? entry.documentId, locale: entry.locale || 'none' });
  };
  return (
    <SaidRow
      path={path}
      said={entryText()}
      by={by}
      at={at}
      isUndoing={override.isPending}
      onUndo={() => override.mutate({ path, entry: null }, { onError: notifyFailure })}
    />
  );
};
