import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { handoffStages } from '../../../../server/core/coverage/handoffs';
import { useText } from '../../../components/text';
import { CellActions } from '../CellActions';
import { HANDOFF_STYLE, HandoffIcon } from '../handoff-style';
import { useNames } from '../use-names';
import { CellEntries } from './CellEntries';
import type { DrawerProps } from './CoverageDrawer';
import { Drawer } from './Drawer';

/** The purchase of one persona: what leads to the decision on the left, what helps afterwards on the right, and what is missing. */
export const HandoffDrawer = ({ coverage, filters, persona, onClose }: DrawerProps & { readonly persona: string }) => {
  const text = useText();
  const names = useNames(coverage);
  const handoff = coverage.handoffs.find((one) => one.persona === persona)?.handoff;
  const between = handoffStages(coverage.stages);
  const sides = between === null ? [] : [between.decision, between.onboarding];
  const cellAt = (stage: string) => coverage.cells.find((one) => one.persona === persona && one.stage === stage);
  const missing = sides.filter(({ key }) => (cellAt(key)?.current ?? 0) === 0);
  const isPresent = filters.audit === undefined;

  return (
    <Drawer
      isWide
      title={text('cell.name', { persona: names.persona(persona), stage: text('purchase.title') })}
      subtitle={
        handoff && (
          <>
            <Word>
              <HandoffIcon handoff={handoff} />
              {text(HANDOFF_STYLE[handoff].word)}
            </Word>
            <p>{text(HANDOFF_STYLE[handoff].why)}</p>
          </>
        )
      }
      onClose={onClose}
    >
      <Box tag="section" aria-label={text('handoff.missing')} paddingBottom={5}>
        <Typography tag="h3" variant="sigma" textColor="neutral600">
          {text('handoff.missing')}
        </Typography>
        {missing.map(({ key, name, playbook: { question } }) => (
          <Box key={key} paddingTop={2}>
            <Typography tag="p" textColor="neutral800" paddingBottom={2}>
              {text('handoff.missing.stage', { stage: name })} {question && text('gap.question', { question })}
            </Typography>
            {isPresent && (
              <CellActions cell={{ persona, stage: key }} judged={cellAt(key)} coverage={coverage} filters={filters} />
            )}
          </Box>
        ))}
        {missing.length === 0 && (
          <Typography tag="p" textColor="neutral800" paddingTop={2}>
            {text('handoff.missing.nothing')}
          </Typography>
        )}
      </Box>
      <Sides>
        {sides.map(({ key, name }) => (
          <Side key={key} aria-label={name}>
            <Typography tag="h3" variant="delta" paddingBottom={2}>
              {name}
            </Typography>
            <CellEntries filters={filters} show="coverage" persona={persona} stage={key} />
          </Side>
        ))}
      </Sides>
    </Drawer>
  );
};

const Word = styled.strong`
  display: inline-flex;
  align-items: center;
  gap: 0.6rem;
  font-weight: 600;
  color: ${({ theme }) => theme.colors.neutral800};
`;

const Sides = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(22rem, 1fr));
  gap: 2.4rem;
`;

const Side = styled.section`
  min-width: 0;
`;
