import { Button, Flex, Tr, Typography } from '@strapi/design-system';
import type { AnalyticsImportBody } from '../../../server/core/consumption-api';
import { useText, type TextKey } from '../../components/text';
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
  const { name, by, at, state, views, mappedViews, mappedEntries, canUndo } = one;
  return (
    <Tr>
      <HistoryCells
        at={at}
        by={by}
        what={text('history.named', { what: text('history.kind.views'), name: name ?? text('analytics.noName') })}
        detail={period(one)}
        result={
          mappedViews === null || mappedEntries === null
            ? text('analytics.history.unmapped', { views })
            : text('analytics.history.mapped', { views, share: share(mappedViews, views), entries: mappedEntries })
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
