import { useEffect, useRef } from 'react';
import { Box, Button, Flex, Link, Typography } from '@strapi/design-system';
import { ArrowLeft, ArrowRight } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';
import { PAGES } from '../../components/entry-links';
import { useText, type TextKey } from '../../components/text';
import { ApplyButton } from './ApplyButton';
import { OneCellNotice } from './OneCellNotice';
import { PersonasStep } from './PersonasStep';
import { PlacingStep } from './PlacingStep';
import { PreviewLine } from './PreviewLine';
import { PreviewStep } from './PreviewStep';
import { SETUP_STEPS, type SetupDraft, type SetupStep } from './setup-draft';
import type { SetupFacts } from './setup-facts';
import { planSetup } from './setup-plan';
import { StepNav, STEP_TEXT } from './StepNav';
import { TypesStep } from './TypesStep';
import { useSetupPreview } from './use-setup-preview';

interface Props {
  readonly facts: SetupFacts;
  readonly draft: SetupDraft;
  readonly step: SetupStep;
  readonly change: (changes: Partial<SetupDraft>) => void;
  readonly goTo: (step: SetupStep) => void;
  readonly forget: () => void;
}

const INTRO_TEXT = {
  types: 'setup.types.intro',
  personas: 'setup.personas.intro',
  placing: 'setup.placing.intro',
  preview: 'setup.preview.intro',
} as const satisfies Record<SetupStep, TextKey>;

/** Steps above, the present one in the middle, ways on and back below: one shape for all steps. */
export const SetupFrame = ({ facts, draft, step, change, goTo, forget }: Props) => {
  const text = useText();
  const plan = planSetup(draft, facts);
  const preview = useSetupPreview(plan.input, step === 'placing' || step === 'preview');
  const heading = useStepFocus(step);
  const at = SETUP_STEPS.indexOf(step);
  const [before, after] = [SETUP_STEPS[at - 1], SETUP_STEPS[at + 1]];

  return (
    <Page.Main>
      <Page.Title>{text('setup.title')}</Page.Title>
      <Layouts.Header
        title={text('setup.title')}
        subtitle={text('setup.subtitle', { step: at + 1, steps: SETUP_STEPS.length })}
        navigationAction={
          <Link startIcon={<ArrowLeft />} tag={NavLink} to={PAGES.coverage} end>
            {text('setup.leave')}
          </Link>
        }
      />
      <Layouts.Content>
        <StepNav step={step} onStep={goTo} />
        <Box
          tag="section"
          aria-labelledby="setup-step"
          background="neutral0"
          shadow="tableShadow"
          hasRadius
          padding={6}
        >
          <Typography ref={heading} id="setup-step" tag="h2" variant="beta" tabIndex={-1} style={{ outline: 'none' }}>
            {text(STEP_TEXT[step])}
          </Typography>
          <Typography tag="p" textColor="neutral600" paddingTop={1} paddingBottom={5}>
            {text(INTRO_TEXT[step])}
          </Typography>
          {(step === 'placing' || step === 'preview') && <OneCellNotice plan={plan} body={preview.body} />}
          {step === 'types' && <TypesStep plan={plan} draft={draft} onChange={change} />}
          {step === 'personas' && <PersonasStep plan={plan.personas} facts={facts} draft={draft} onChange={change} />}
          {step === 'placing' && <PlacingStep plan={plan} facts={facts} draft={draft} onChange={change} />}
          {step === 'preview' && <PreviewStep plan={plan} facts={facts} preview={preview} />}
        </Box>
        <Flex justifyContent="space-between" gap={4} wrap="wrap" paddingTop={4} paddingBottom={8}>
          <Button variant="tertiary" size="L" disabled={!before} onClick={() => before && goTo(before)}>
            {text('setup.back')}
          </Button>
          {(step === 'placing' || step === 'preview') && <PreviewLine preview={preview} />}
          {after ? (
            <Button size="L" endIcon={<ArrowRight />} onClick={() => goTo(after)}>
              {text('setup.next')}
            </Button>
          ) : (
            <ApplyButton input={plan.input} onApplied={forget} />
          )}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
};

/** A new step is announced and read from its heading on; the first one leaves the focus where the browser has it. */
const useStepFocus = (step: SetupStep) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    heading.current?.focus();
  }, [step]);
  return heading;
};
