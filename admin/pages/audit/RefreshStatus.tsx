import { Flex, IconButton, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import type { AuditBody } from '../../../server/core/api';
import { progressPercent } from '../../../server/core/share';
import { useLatestAudit, useStartAudit } from '../../api/audits';
import { Message, useText } from '../../components/text';
import { Progress } from '../../components/Progress';
import { RelativeDate } from '../../components/RelativeDate';
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
            {text(running.progress.total > 0 ? 'refresh.running' : 'refresh.starting', running.progress)}
          </Typography>
          <Progress value={percentOf(running)} label={text('refresh.progress')} />
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

/** Progress for a bar, 0 to 100; an audit that does not know its total yet has done nothing. */
export const percentOf = ({ progress }: AuditBody): number => progressPercent(progress.done, progress.total);
