import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import type { AnalyticsBody } from '../../../../server/core/analytics-api';
import type { NeverConsumedBody } from '../../../../server/core/consumption-api';
import { useAnalyticsImports } from '../../../api/analytics';
import { useNeverConsumed } from '../../../api/consumption';
import { Card } from '../../../components/Card';
import { PAGES } from '../../../components/entry-links';
import { useText } from '../../../components/text';
import { TextLink } from '../../../components/TextLink';
import { useImportSwitch } from './use-import-switch';

interface Props {
  readonly done: AnalyticsBody;
  readonly onAnother: () => void;
}

/** What counts now, the way back, and where to look at it. */
export const AnalyticsDone = ({ done: { import: written, mapped, file }, onAnother }: Props) => {
  const text = useText();
  const { data } = useAnalyticsImports(1);
  const { data: summary } = useNeverConsumed();
  const { change, isPending } = useImportSwitch();
  // As the list below says, where it may have been undone too.
  const now = data?.data.find(({ id }) => id === written?.id) ?? written;
  // Taken back or counted again since, no audit is known to judge by it.
  const [isSwitched, setIsSwitched] = useState(false);
  const isJudged = !isSwitched && summary !== undefined && written !== null && summary.auditedAt > written.at;
  const isUndone = now?.state === 'undone';
  const name = file.name ?? text('analytics.noName');
  // Of lists that were not counted to their end no such sentence can be said.
  const judgedText = ({ isExact, neverConsumed: never, measured }: NeverConsumedBody): string =>
    isExact ? text('analytics.done.judged', { never, measured }) : '';
  return (
    <Card title={text(isUndone ? 'analytics.done.undone' : 'analytics.done', { name })}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography role="status" tag="p" textColor="neutral800">
          {isUndone
            ? text('analytics.done.undone.text')
            : text('analytics.done.text', { views: mapped.views, entries: mapped.entries })}{' '}
          {!isUndone && (isJudged ? judgedText(summary) : text('analytics.done.next'))}{' '}
          <TextLink to={isUndone ? PAGES.coverage : PAGES.neverConsumed}>
            {text(isUndone ? 'import.done.coverage' : 'analytics.done.never')}
          </TextLink>
        </Typography>
        <Flex gap={3} wrap="wrap">
          <Button onClick={onAnother}>{text('import.done.another')}</Button>
          {now && (
            <Button
              variant="tertiary"
              loading={isPending}
              onClick={() => {
                setIsSwitched(true);
                change(now);
              }}
            >
              {text(isUndone ? 'analytics.redo' : 'analytics.undo')}
            </Button>
          )}
        </Flex>
      </Flex>
    </Card>
  );
};
