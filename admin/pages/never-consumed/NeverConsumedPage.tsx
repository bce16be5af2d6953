import { Layouts, Page } from '@strapi/strapi/admin';
import { useNeverConsumed } from '../../api/consumption';
import { isForbidden, isMissing } from '../../api/failure';
import { useInventory } from '../../api/inventory';
import { ExportButton } from '../../components/ExportButton';
import { FailureState } from '../../components/FailureState';
import { useText } from '../../components/text';
import { useNaming } from '../../components/VocabularyGate';
import { FirstAudit } from '../audit/FirstAudit';
import { NothingMeasured } from './NothingMeasured';
import { Sentence } from './Sentence';
import { SilentEntries } from './SilentEntries';
import { isNothingMeasured, useSilenceUrl } from './silence-url';

/** What nobody has ever viewed, what is still being watched, and what cannot be judged. */
export const NeverConsumedPage = () => {
  const text = useText();
  const { can } = useNaming();
  const url = useSilenceUrl();
  const { filters, page, pageSize, sort } = url;
  const summary = useNeverConsumed();
  const { silence: _group, evidenceReason: _cause, ...others } = filters;
  const groups = useNeverConsumed(others);
  const list = useInventory({ ...filters, page, pageSize, sort });
  const error = summary.error ?? groups.error ?? list.error;
  const neverAudited = isMissing(error);

  if (isForbidden(error)) return <Page.NoPermissions />;
  if (!error && (!summary.data || !groups.data || !list.data)) return <Page.Loading />;
  const isShown = !error && summary.data && list.data && !isNothingMeasured(summary.data);
  const content = () => {
    if (neverAudited) return <FirstAudit />;
    if (error || !summary.data || !groups.data || !list.data) {
      return (
        <FailureState
          error={error}
          onRetry={() => {
            void summary.refetch();
            void groups.refetch();
            void list.refetch();
          }}
        />
      );
    }
    if (isNothingMeasured(summary.data)) return <NothingMeasured summary={summary.data} />;
    return <SilentEntries groups={groups.data} list={list.data} url={url} renewing={list.isPlaceholderData} />;
  };

  return (
    <Page.Main>
      <Page.Title>{text('nav.neverConsumed')}</Page.Title>
      <Layouts.Header
        title={text('nav.neverConsumed')}
        subtitle={isShown && <Sentence summary={summary.data} audit={list.data.meta.audit} />}
        primaryAction={
          isShown && can.export && <ExportButton names={['never-consumed.csv', 'inventory.csv']} filters={filters} />
        }
      />
      <Layouts.Content>{content()}</Layouts.Content>
    </Page.Main>
  );
};
