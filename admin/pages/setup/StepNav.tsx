import { styled } from 'styled-components';
import { useText, type TextKey } from '../../components/text';
import { SETUP_STEPS, type SetupStep } from './setup-draft';

/** The steps' questions. */
export const STEP_TEXT = {
  types: 'setup.types',
  personas: 'setup.personas',
  placing: 'setup.placing',
  preview: 'setup.preview',
} as const satisfies Record<SetupStep, TextKey>;

const SHORT_TEXT = {
  types: 'setup.types.short',
  personas: 'setup.personas.short',
  placing: 'setup.placing.short',
  preview: 'setup.preview.short',
} as const satisfies Record<SetupStep, TextKey>;

interface Props {
  readonly step: SetupStep;
  readonly onStep: (step: SetupStep) => void;
}

/** All steps, each open at any time: every one has an answer already. */
export const StepNav = ({ step, onStep }: Props) => {
  const text = useText();
  return (
    <nav aria-label={text('setup.steps')}>
      <Steps>
        {SETUP_STEPS.map((one, at) => (
          <li key={one}>
            <Step type="button" aria-current={one === step ? 'step' : undefined} onClick={() => onStep(one)}>
              <span aria-hidden>{at + 1}</span>
              {text(SHORT_TEXT[one])}
            </Step>
          </li>
        ))}
      </Steps>
    </nav>
  );
};

const Steps = styled.ol`
  display: flex;
  flex-wrap: wrap;
  gap: 0.8rem 2.4rem;
  padding-bottom: 1.6rem;
`;

const Step = styled.button`
  display: inline-flex;
  align-items: center;
  gap: 0.8rem;
  padding: 0.4rem 0;
  border: 0;
  background: none;
  color: ${({ theme }) => theme.colors.neutral600};
  font: inherit;
  font-size: 1.4rem;
  line-height: 2rem;
  cursor: pointer;

  span {
    display: grid;
    place-items: center;
    width: 2.4rem;
    height: 2.4rem;
    border: 1px solid ${({ theme }) => theme.colors.neutral500};
    border-radius: 50%;
    font-size: 1.2rem;
    font-weight: 600;
  }

  &:hover {
    color: ${({ theme }) => theme.colors.neutral800};
  }

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
    border-radius: ${({ theme }) => theme.borderRadius};
  }

  &[aria-current] {
    color: ${({ theme }) => theme.colors.primary600};
    font-weight: 600;

    span {
      border-color: ${({ theme }) => theme.colors.primary600};
      background: ${({ theme }) => theme.colors.primary600};
      color: ${({ theme }) => theme.colors.neutral0};
    }
  }
`;
