import { Button, Flex, Typography } from '@strapi/design-system';
import type { AnalyticsBody } from '../../../../server/core/analytics-api';
import { useAnalyticsImports } from '../../../api/analytics';
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
  const { change, isPending } = useImportSwitch();
  // As the list below says, where it may have been undone too.
  const now = data?.data.find(({ id }) => id === written?.id) ?? written;
  const isUndone = now?.state === 'undone';
  const name = file.name ?? text('analytics.noName');
  return (
    <Card title={text(isUndone ? 'analytics.done.undone' : 'analytics.done', { name })}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography role="status" tag="p" textColor="neutral800">
          {isUndone
            ? text('analytics.done.undone.text')
            : text('analytics.done.text', { views: mapped.views, entries: mapped.entries })}{' '}
          <TextLink to={PAGES.coverage}>{text('import.done.coverage')}</TextLink>
        </Typography>
        <Flex gap={3} wrap="wrap">
          <Button onClick={onAnother}>{text('import.done.another')}</Button>
          {now && (
            <Button variant="tertiary" loading={isPending} onClick={() => change(now)}>
              {text(isUndone ? 'analytics.redo' : 'analytics.undo')}
            </Button>
          )}
        </Flex>
      </Flex>
    </Card>
  );
};
