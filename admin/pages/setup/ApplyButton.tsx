import { Button } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { useNavigate } from 'react-router-dom';
import type { SetupInput } from '../../../server/core/rules-api';
import { useStartAudit } from '../../api/audits';
import { useRules, useSetUp } from '../../api/rules';
import { PAGES } from '../../components/entry-links';
import { useText } from '../../components/text';
import { useNaming } from '../../components/VocabularyGate';
import type { JustPlaced } from '../coverage/use-placed';
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
  const { data: kept = [] } = useRules();
  const { mutate: startAudit } = useStartAudit();

  return (
    <Button
      size="L"
      startIcon={<Check />}
      loading={setUp.isPending}
      onClick={() =>
        setUp.mutate(input, {
          onSuccess: ({ placing, rules }) => {
            onApplied();
            if (can.audit) startAudit();
            const addedRules = rules.map(({ key }) => key).filter((key) => !kept.some((rule) => rule.key === key));
            const state: JustPlaced = { placed: placing?.operation ?? null, addedRules };
            navigate(PAGES.coverage, { state });
          },
          onError: notifyFailure,
        })
      }
    >
      {text('setup.apply')}
    </Button>
  );
};
