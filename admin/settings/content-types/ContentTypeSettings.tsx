import { useState } from 'react';
import type { ContentTypeBody } from '../../../server/core/api';
import { useText } from '../../components/text';
import { useFailureNotification } from '../../components/use-failure-notification';
import { SettingsPage } from '../SettingsPage';
import { ContentTypeForm } from './ContentTypeForm';
import { ContentTypeTable } from './ContentTypeTable';
import { GoneTypes } from './GoneTypes';
import { useContentTypeSettings } from './use-content-types';

/** Which types are content, and how to read them. */
export const ContentTypeSettings = () => {
  const text = useText();
  const notifyFailure = useFailureNotification();
  const [edited, setEdited] = useState<ContentTypeBody | null>(null);
  const { query, change } = useContentTypeSettings();

  return (
    <SettingsPage title="settings.contentTypes" subtitle="settings.contentTypes.subtitle" query={query}>
      {(types) => (
        <>
          {(['collectionType', 'singleType'] as const).map((kind) => (
            <ContentTypeTable
              key={kind}
              title={text(kind === 'collectionType' ? 'settings.types.collection' : 'settings.types.single')}
              types={types.filter((type) => type.kind === kind)}
              onEdit={setEdited}
              onAudited={({ uid }, audited) => change.mutate({ uid, input: { audited } }, { onError: notifyFailure })}
            />
          ))}
          <GoneTypes />
          {edited && (
            <ContentTypeForm
              type={edited}
              onSave={(input) => change.mutateAsync({ uid: edited.uid, input })}
              onClose={() => setEdited(null)}
            />
          )}
        </>
      )}
    </SettingsPage>
  );
};
