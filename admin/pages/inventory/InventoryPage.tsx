import { Layouts, Page } from '@strapi/strapi/admin';
import { useLocation } from 'react-router-dom';
import { Flex, Typography } from '@strapi/design-system';
import { isForbidden, isMissing } from '../../api/failure';
import { useInventory } from '../../api/inventory';
import { ExportButton } from '../../components/ExportButton';
import { FailureState } from '../../components/FailureState';
import { useText } from '../../components/text';
import { useNaming } from '../../components/VocabularyGate';
import { FirstAudit } from '../audit/FirstAudit';
import { RefreshStatus } from '../audit/RefreshStatus';
import { FilterBar } from './FilterBar';
import { InventoryContent } from './InventoryContent';
import { useInventoryUrl } from './inventory-url';
import { totalText } from './total-text';

/** The rows behind any number, filtered by the URL and exported as listed. */
export const InventoryPage = () => {
  const text = useText();
  const { can } = useNaming();
  const { pathname } = useLocation();
  const url = useInventoryUrl();
  const { filters, page, pageSize, sort } = url;
  const { data: list, error, isPlaceholderData, refetch } = useInventory({ ...filters, page, pageSize, sort });
  const neverAudited = isMissing(error) && filters.audit === undefined;

  if (isForbidden(error)) return <Page.NoPermissions />;
  if (!list && !error) return <Page.Loading />;
  const content = () => {
    if (neverAudited) return <FirstAudit />;
    if (list && !error)
      return <InventoryContent list={list} url={url} renewing={isPlaceholderData} pathname={pathname} />;
    return <FailureState error={error} onRetry={() => void refetch()} />;
  };

  return (
    <Page.Main>
      <Page.Title>{text('nav.inventory')}</Page.Title>
      <Layouts.Header
        title={text('nav.inventory')}
        subtitle={
          <Flex gap={2} wrap="wrap">
            <Typography variant="epsilon" textColor="neutral600" tag="p" role="status">
              {list && !error ? totalText(text, list.meta) : ' '}
            </Typography>
            {list && !error && (
              <>
                <Typography variant="epsilon" textColor="neutral600" aria-hidden>
                  ·
                </Typography>
                <RefreshStatus
                  shown={list.meta.audit}
                  present={filters.audit === undefined}
                  changed={list.data.some(({ now }) => now !== undefined)}
                />
              </>
            )}
          </Flex>
        }
        primaryAction={
          list &&
          can.export && <ExportButton names={['inventory.csv', 'tags.csv', 'consumption.csv']} filters={filters} />
        }
      />
      <Layouts.Content>
        {!neverAudited && <FilterBar filters={filters} sort={sort} change={url.change} />}
        {content()}
      </Layouts.Content>
    </Page.Main>
  );
};
