import { styled } from 'styled-components';
import type { Journey, Stage } from '../../../../server/core/vocabulary';
import { useText } from '../../../components/text';
import { JOURNEY_TEXT } from '../../../components/vocabulary-text';
import type { HeatmapModel } from './heatmap-model';

/** The two journeys over their stages, the purchase between them. */
export const HeatmapHead = ({ model }: { readonly model: HeatmapModel }) => {
  const text = useText();
  const { buyer, customer, showsPurchase, showsStageNotSet } = model;
  return (
    <thead>
      <tr>
        <Corner rowSpan={2} />
        <JourneyHead journey="buyer" stages={buyer} />
        {showsPurchase && (
          <StageHead scope="col" rowSpan={2} $quiet>
            {text('purchase.title')}
          </StageHead>
        )}
        <JourneyHead journey="customer" stages={customer} />
        {showsStageNotSet && (
          <StageHead scope="col" rowSpan={2} $quiet>
            {text('stage.notSet')}
          </StageHead>
        )}
        <StageHead scope="col" rowSpan={2} $quiet>
          {text('total.title')}
        </StageHead>
      </tr>
      <tr>
        {[...buyer, ...customer].map(({ key, name, playbook }) => (
          <StageHead key={key} scope="col" title={playbook.question}>
            {name}
          </StageHead>
        ))}
      </tr>
    </thead>
  );
};

const JourneyHead = ({ journey, stages }: { readonly journey: Journey; readonly stages: readonly Stage[] }) => {
  const text = useText();
  if (stages.length === 0) return null;
  return (
    <JourneyTitle scope="colgroup" colSpan={stages.length}>
      {text(JOURNEY_TEXT[journey])}
    </JourneyTitle>
  );
};

const Corner = styled.td`
  position: sticky;
  left: 0;
  z-index: 1;
  background: ${({ theme }) => theme.colors.neutral0};
`;

const JourneyTitle = styled.th`
  padding: 0 0 0.8rem;
  border-bottom: 2px solid ${({ theme }) => theme.colors.primary600};
  font-size: 1.1rem;
  letter-spacing: 0.05em;
  text-transform: uppercase;
  white-space: nowrap;
  && {
    color: ${({ theme }) => theme.colors.neutral600};
  }
`;

const StageHead = styled.th<{ $quiet?: boolean }>`
  padding: 0.4rem 0;
  vertical-align: bottom;
  text-align: center;
  && {
    color: ${({ $quiet, theme }) => ($quiet ? theme.colors.neutral600 : theme.colors.neutral800)};
  }
`;
