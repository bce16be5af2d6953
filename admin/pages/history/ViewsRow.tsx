import type { ReactNode } from 'react';
import { Button, Flex, Tr, Typography } from '@strapi/design-system';
import type { AnalyticsImportBody } from '../../../server/core/consumption-api';
import { inventoryLink } from '../../components/entry-links';
import { Message, useText, type TextKey } from '../../components/text';
import { TextLink } from '../../components/TextLink';
import { useNaming } from '../../components/VocabularyGate';
import { useAnalyticsText } from '../import/analytics/use-analytics-text';
import { useImportSwitch } from '../import/analytics/use-import-switch';
import { HistoryCells } from './HistoryCells';

const STATE_TEXT = {
  counted: 'analytics.state.counted',
  replaced: 'analytics.state.replaced',
  undone: 'analytics.state.undone',
} as const satisfies Record<AnalyticsImportBody['state'], TextKey>;

/** A file of analytics whose views count, or did. */
export const ViewsRow = ({ one }: { readonly one: AnalyticsImportBody }) => {
  const text = useText();
  const { can } = useNaming();
  const { period, share } = useAnalyticsText();
  const { change, isPending } = useImportSwitch();
  const { id, name, by, at, state, views, mappedViews, mappedEntries, canUndo } = one;
  const link = (chunks: ReactNode[]) =>
    mappedEntries === 0 ? <>{chunks}</> : <TextLink to={inventoryLink({ import: id })}>{chunks}</TextLink>;
  return (
    <Tr>
      <HistoryCells
        at={at}
        by={by}
        what={text('history.named', { what: text('history.kind.views'), name: name ?? text('analytics.noName') })}
        detail={period(one)}
        result={
          mappedViews === null || mappedEntries === null ? (
            text('analytics.history.unmapped', { views })
          ) : (
            <Message
              id="analytics.history.mapped"
              values={{ views, share: share(mappedViews, views), entries: mappedEntries, link }}
            />
          )
        }
      >
        <Flex gap={3}>
          {state !== 'counted' && <Typography textColor="neutral600">{text(STATE_TEXT[state])}</Typography>}
          {can.tag && canUndo && (
            <Button size="S" variant="tertiary" loading={isPending} onClick={() => change(one)}>
              {text(state === 'undone' ? 'analytics.redo' : 'analytics.undo')}
            </Button>
          )}
        </Flex>
      </HistoryCells>
    </Tr>
  );
};
