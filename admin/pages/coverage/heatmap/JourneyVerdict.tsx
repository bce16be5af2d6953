import { styled } from 'styled-components';
import type { CoverageCell } from '../../../../server/core/api';
import type { Verdict } from '../../../../server/core/vocabulary';
import { useText } from '../../../components/text';
import { ink } from '../../../components/tint';
import { VERDICT_STYLE, VerdictIcon } from '../verdict-style';
import { hatched } from './cell-box';

interface Props {
  /** In the order of their stages. */
  readonly cells: readonly CoverageCell[];
}

/** What a collapsed journey hides: how many of its cells call for action, and where they lie. */
export const JourneyVerdict = ({ cells }: Props) => {
  const text = useText();
  const count = (wanted: Verdict) => cells.filter(({ verdict }) => verdict === wanted).length;
  const gaps = count('gap');
  const worst = gaps > 0 ? 'gap' : count('thin') > 0 ? 'thin' : 'on-target';
  return (
    <>
      <Word $verdict={worst}>
        <VerdictIcon verdict={worst} />
        {worst === 'thin' ? text('journey.thin', { count: count('thin') }) : text('journey.gaps', { count: gaps })}
      </Word>
      <Strip aria-hidden>
        {cells.map(({ stage, verdict }) => (
          <Stage key={stage} $verdict={verdict} />
        ))}
      </Strip>
    </>
  );
};

const Word = styled.span<{ $verdict: Verdict }>`
  display: inline-flex;
  align-items: center;
  gap: 0.4rem;
  color: ${({ $verdict, theme }) => ($verdict === 'gap' ? ink('danger700')({ theme }) : theme.colors.neutral700)};
  white-space: nowrap;
`;

const Strip = styled.span`
  display: flex;
  gap: 0.2rem;
`;

const Stage = styled.span<{ $verdict: Verdict }>`
  width: 0.8rem;
  height: 0.8rem;
  border-radius: 0.2rem;
  border: 1px solid
    ${({ $verdict, theme }) => (VERDICT_STYLE[$verdict].outlined ? theme.colors.danger600 : theme.colors.neutral300)};
  background-color: ${({ $verdict, theme }) => VERDICT_STYLE[$verdict].fill({ theme })};
  ${({ $verdict }) => $verdict === 'not-needed' && hatched('neutral400')}
`;
