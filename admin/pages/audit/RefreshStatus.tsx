import { Flex, IconButton, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import type { AuditBody } from '../../../server/core/api';
import { useLatestAudit, useStartAudit } from '../../api/audits';
import { Message, useText } from '../../components/text';
import { Progress } from '../../components/Progress';
import { RelativeDate } from '../../components/RelativeDate';
import { shareText } from '../../components/share-text';
import { useFailureNotification } from '../../components/use-failure-notification';
import { useNaming } from '../../components/VocabularyGate';

interface Props {
  readonly shown: AuditBody;
  /** Whether the newest numbers are shown, not those of an audit asked for in particular. */
  readonly present: boolean;
  /** Whether what stands below has changed since. */
  readonly changed?: boolean;
}

/** How old the numbers are, and the button that makes them new, with progress while it works. */
export const RefreshStatus = ({ shown, present, changed = false }: Props) => {
  const text = useText();
  const { can } = useNaming();
  const { data: latest } = useLatestAudit();
  const start = useStartAudit();
  const notifyFailure = useFailureNotification();
  const running = present && latest?.status === 'running' ? latest : null;

  return (
    <Flex gap={1} aria-live="polite">
      {running ? (
        <Flex gap={2}>
          <Typography variant="epsilon" textColor="neutral600">
            {running.progress > 0
              ? text('refresh.running', { share: shareText(text, running.progress, 100) })
              : text('refresh.starting')}
          </Typography>
          <Progress value={running.progress} label={text('refresh.progress')} />
        </Flex>
      ) : (
        <>
          <Typography variant="epsilon" textColor="neutral600">
            <Message
              id={changed ? 'refresh.changed' : 'refresh.updated'}
              values={{ ago: <RelativeDate date={shown.finishedAt ?? shown.startedAt} /> }}
            />
          </Typography>
          {present && can.audit && (
            <IconButton
              variant="ghost"
              size="XS"
              label={text('refresh.button')}
              disabled={start.isPending}
              onClick={() => start.mutate(undefined, { onError: notifyFailure })}
            >
              <ArrowClockwise />
            </IconButton>
          )}
        </>
      )}
    </Flex>
  );
};
