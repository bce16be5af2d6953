import { Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { DEFAULT_POLICY } from '../../../../server/core/policy';
import { VERDICTS, type Verdict } from '../../../../server/core/vocabulary';
import { useText, type TextKey } from '../../../components/text';
import { VERDICT_STYLE, VerdictIcon } from '../verdict-style';
import { hatched } from './cell-box';

const MEANING = {
  gap: 'legend.gap',
  thin: 'legend.thin',
  'on-target': 'legend.onTarget',
  plenty: 'legend.plenty',
  'not-needed': 'legend.notNeeded',
} as const satisfies Record<Verdict, TextKey>;

/** What the colours, icons and small lines mean. */
export const Legend = () => {
  const text = useText();
  return (
    <Flex gap={4} wrap="wrap" paddingTop={4} paddingLeft={2} paddingRight={2}>
      {VERDICTS.map((verdict) => (
        <Flex key={verdict} gap={2}>
          <Swatch $verdict={verdict}>{verdict !== 'not-needed' && <VerdictIcon verdict={verdict} />}</Swatch>
          <Typography variant="pi" textColor="neutral700">
            {text(MEANING[verdict])}
          </Typography>
        </Flex>
      ))}
      <Flex gap={2}>
        <Dashed />
        <Typography variant="pi" textColor="neutral700">
          {text('legend.sharedOnly')}
        </Typography>
      </Flex>
      <Typography variant="pi" textColor="neutral600">
        {text('legend.old', { months: DEFAULT_POLICY.currentMonths })}
      </Typography>
    </Flex>
  );
};

const Swatch = styled.span<{ $verdict: Verdict }>`
  display: inline-grid;
  place-items: center;
  width: 1.8rem;
  height: 1.8rem;
  border-radius: ${({ theme }) => theme.borderRadius};
  border: ${({ $verdict, theme }) =>
    VERDICT_STYLE[$verdict].outlined ? `2px solid ${theme.colors.danger600}` : `1px solid ${theme.colors.neutral200}`};
  background-color: ${({ $verdict, theme }) => VERDICT_STYLE[$verdict].fill({ theme })};
  ${({ $verdict }) => $verdict === 'not-needed' && hatched}
  color: ${({ $verdict, theme }) => ($verdict === 'gap' ? theme.colors.danger700 : theme.colors.neutral700)};
  font-size: 1rem;
`;

const Dashed = styled.span`
  width: 1.8rem;
  height: 1.8rem;
  border: 2px dashed ${({ theme }) => theme.colors.neutral500};
  border-radius: ${({ theme }) => theme.borderRadius};
`;
