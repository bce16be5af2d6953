import { Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { DEMANDS } from '../../../../server/core/api';
import { DEFAULT_POLICY } from '../../../../server/core/policy';
import { VERDICTS, type Verdict } from '../../../../server/core/vocabulary';
import { useText, type TextKey } from '../../../components/text';
import type { Shown } from '../coverage-url';
import { DEMAND_STYLE, DemandIcon, demandFill } from '../demand/demand-style';
import type { Consumed } from '../demand/demand-model';
import { VERDICT_STYLE, VerdictIcon } from '../verdict-style';
import { hatched } from './cell-box';

const MEANING = {
  gap: 'legend.gap',
  thin: 'legend.thin',
  'on-target': 'legend.onTarget',
  plenty: 'legend.plenty',
  'not-needed': 'legend.notNeeded',
} as const satisfies Record<Verdict, TextKey>;

/** What the colours, icons and small lines mean, of what is shown. */
export const Legend = ({ show }: { readonly show: Shown }) => (
  <Flex tag="ul" gap={4} wrap="wrap" paddingTop={4} paddingLeft={2} paddingRight={2}>
    {show === 'coverage' ? <VerdictItems /> : <DemandItems show={show} />}
  </Flex>
);

const VerdictItems = () => {
  const text = useText();
  return (
    <>
      {VERDICTS.map((verdict) => (
        <Item key={verdict} words={text(MEANING[verdict])}>
          <Swatch $verdict={verdict}>{verdict !== 'not-needed' && <VerdictIcon verdict={verdict} />}</Swatch>
        </Item>
      ))}
      <Item words={text('legend.sharedOnly')}>
        <Dashed />
      </Item>
      <Item words={text('legend.old', { months: DEFAULT_POLICY.currentMonths })} />
    </>
  );
};

const DemandItems = ({ show }: { readonly show: Consumed }) => {
  const text = useText();
  return (
    <>
      <Item words={text(show === 'views' ? 'legend.views' : 'legend.never')}>
        {STEPS.map((strength) => (
          <Step key={strength} $show={show} $strength={strength} />
        ))}
      </Item>
      {DEMANDS.map((demand) => (
        <Item key={demand} words={text(DEMAND_STYLE[demand].meaning)}>
          <DemandIcon demand={demand} />
        </Item>
      ))}
      <Item words={text('legend.notMeasured')} />
      <Item words={text('legend.notCompared')}>
        <Dashed />
      </Item>
    </>
  );
};

/** From none to most. */
const STEPS = [0, 0.5, 1];

const Item = ({ words, children }: { readonly words: string; readonly children?: React.ReactNode }) => (
  <Flex tag="li" gap={2}>
    {children}
    <Typography variant="pi" textColor={children ? 'neutral700' : 'neutral600'}>
      {words}
    </Typography>
  </Flex>
);

const Swatch = styled.span<{ $verdict: Verdict }>`
  display: inline-grid;
  place-items: center;
  width: 1.8rem;
  height: 1.8rem;
  border-radius: ${({ theme }) => theme.borderRadius};
  border: ${({ $verdict, theme }) =>
    VERDICT_STYLE[$verdict].outlined ? `2px solid ${theme.colors.danger600}` : `1px solid ${theme.colors.neutral300}`};
  background-color: ${({ $verdict, theme }) => VERDICT_STYLE[$verdict].fill({ theme })};
  ${({ $verdict }) => $verdict === 'not-needed' && hatched('neutral400')}
  color: ${({ $verdict, theme }) => ($verdict === 'gap' ? theme.colors.danger700 : theme.colors.neutral700)};
  font-size: 1rem;
`;

const Step = styled.span<{ $show: Consumed; $strength: number }>`
  width: 1.8rem;
  height: 1.8rem;
  border-radius: ${({ theme }) => theme.borderRadius};
  background-color: ${({ $show, $strength, theme }) => demandFill($show, $strength)({ theme })};

  & + & {
    margin-left: -0.6rem;
  }
`;

const Dashed = styled.span`
  width: 1.8rem;
  height: 1.8rem;
  border: 2px dashed ${({ theme }) => theme.colors.neutral500};
  border-radius: ${({ theme }) => theme.borderRadius};
`;
