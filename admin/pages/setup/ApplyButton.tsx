import { Button } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { useNavigate } from 'react-router-dom';
import type { SetupInput } from '../../../server/core/rules-api';
import { useStartAudit } from '../../api/audits';
import { useSetUp } from '../../api/rules';
import { PAGES } from '../../components/entry-links';
import { useText } from '../../components/text';
import { useNaming } from '../../components/VocabularyGate';
import { useFailureNotification } from '../../components/use-failure-notification';

interface Props {
  readonly input: SetupInput;
  readonly onApplied: () => void;
}

/** Saves all in one go, counts anew and shows the heatmap, where it can be taken back. */
export const ApplyButton = ({ input, onApplied }: Props) => {
  const text = useText();
  const { can } = useNaming();
  const navigate = useNavigate();
  const notifyFailure = useFailureNotification();
  const setUp = useSetUp();
  const { mutate: startAudit } = useStartAudit();

  return (
    <Button
      size="L"
      startIcon={<Check />}
      loading={setUp.isPending}
      onClick={() =>
        setUp.mutate(input, {
          onSuccess: ({ placing }) => {
            onApplied();
            if (can.audit) startAudit();
            navigate(PAGES.coverage, { state: { placed: placing?.operation ?? null } });
          },
          onError: notifyFailure,
        })
      }
    >
      {text('setup.apply')}
    </Button>
  );
};
