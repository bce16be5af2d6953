import { Button, EmptyStateLayout } from '@strapi/design-system';
import { EmptyPictures } from '@strapi/icons/symbols';
import type { FilesMissing } from '../../../server/core/consumption-api';
import { useLatestAudit, useStartAudit } from '../../api/audits';
import { useText, type TextKey } from '../../components/text';
import { useFailureNotification } from '../../components/use-failure-notification';
import { useNaming } from '../../components/VocabularyGate';
import { FirstAudit } from '../audit/FirstAudit';

interface Props {
  readonly reason: FilesMissing['reason'];
}

/** Why there is no list, and what brings one. */
export const NoFiles = ({ reason }: Props) => {
  const text = useText();
  const { can } = useNaming();
  const { data: latest } = useLatestAudit();
  const start = useStartAudit();
  const notifyFailure = useFailureNotification();
  if (reason === 'not-yet' && latest?.status !== 'finished') return <FirstAudit />;
  return (
    <EmptyStateLayout
      icon={<EmptyPictures width="16rem" />}
      content={text(WORDS[reason])}
      action={
        reason === 'not-yet' &&
        can.audit && (
          <Button loading={start.isPending} onClick={() => start.mutate(undefined, { onError: notifyFailure })}>
            {text('refresh.button')}
          </Button>
        )
      }
    />
  );
};

const WORDS = {
  'not-yet': 'files.notYet',
  'under-way': 'files.underWay',
  'switched-off': 'files.switchedOff',
} as const satisfies Record<Props['reason'], TextKey>;
