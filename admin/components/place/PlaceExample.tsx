import { Typography, VisuallyHidden } from '@strapi/design-system';
import { ArrowRight } from '@strapi/icons';
import { styled } from 'styled-components';
import type { PlacingExample } from '../../../server/core/placing-api';
import { groupTags } from '../group-tags';
import { useDecisionText } from '../decision/use-decision-text';
import { useText } from '../text';
import { useNaming } from '../VocabularyGate';
import { EXCLUSION_TEXT } from '../vocabulary-text';

/** One entry, where it stands and where it would. */
export const PlaceExample = ({ example }: { readonly example: PlacingExample }) => {
  const placementText = usePlacementText();
  const { inOneLine } = useDecisionText();
  const { before, after, decision } = example;
  const [was, becomes] = [placementText(before), placementText(after)];
  return (
    <li>
      <Typography variant="pi" fontWeight="semiBold" textColor="neutral800" tag="p">
        {example.title ?? example.documentId}
      </Typography>
      {(!decision || was !== becomes) && <Change was={was} becomes={becomes} />}
      {decision && <Change was={inOneLine(decision.before)} becomes={inOneLine(decision.after)} />}
    </li>
  );
};

const Change = ({ was, becomes }: { readonly was: string; readonly becomes: string }) => {
  const text = useText();
  return (
    <Line variant="pi" textColor="neutral600" tag="p">
      {was} <ArrowRight aria-hidden width="1.2rem" height="1.2rem" />
      <VisuallyHidden>{text('place.example.becomes')}</VisuallyHidden>{' '}
      <Typography variant="pi" textColor="neutral800">
        {becomes}
      </Typography>
    </Line>
  );
};

/** "Finance lead, Ops · Decision; Everyone · Onboarding", or why it is in no cell. */
const usePlacementText = () => {
  const text = useText();
  const { personaName, stageName } = useNaming();
  return ({ tags, excluded }: PlacingExample['before']): string => {
    if (excluded !== null) return text('placement.excludedFor', { reason: text(EXCLUSION_TEXT[excluded]) });
    if (tags.length === 0) return text('panel.notPlaced');
    return groupTags(tags)
      .map(({ personas, stages }) =>
        text('cell.name', {
          persona: personas.map((key) => (key === null ? text('persona.notSet') : personaName(key))).join(', '),
          stage: stages.map((key) => (key === null ? text('stage.notSet') : stageName(key))).join(', '),
        })
      )
      .join('; ');
  };
};

const Line = styled(Typography)`
  overflow-wrap: anywhere;

  svg {
    vertical-align: middle;
  }
`;
