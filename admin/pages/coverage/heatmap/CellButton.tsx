import { VisuallyHidden } from '@strapi/design-system';
import { FormattedNumber } from 'react-intl';
import { styled } from 'styled-components';
import type { CoverageCell } from '../../../../server/core/api';
import type { Verdict } from '../../../../server/core/vocabulary';
import { useText } from '../../../components/text';
import { ink, tint } from '../../../components/tint';
import { VERDICT_STYLE, VerdictIcon } from '../verdict-style';
import { cellBox, hatched } from './cell-box';
import type { Opener } from './scene';

interface Props {
  readonly cell: CoverageCell;
  /** "Finance lead · Onboarding", for those who do not see row and column. */
  readonly name: string;
  /** Too little is placed to judge: numbers without verdicts. */
  readonly sparse: boolean;
  readonly opener: Opener;
}

/** Beyond these ranks a gap is only outlined: if everything shouts, nothing is heard. */
const MATTERS_MOST = 5;

/** One persona at one stage: how many, what that means, and the door to its entries. */
export const CellButton = ({ cell, name, sparse, opener }: Props) => {
  const text = useText();
  const { callsForAction, label } = VERDICT_STYLE[cell.verdict];
  const silent = (sparse || cell.verdict === 'not-needed') && cell.current === 0;
  const extras = [
    cell.old > 0 && text('cell.old', { count: cell.old }),
    // What is for everyone stands in its own row; here it only helps where something is missing.
    callsForAction && cell.everyone > 0 && text('cell.everyone', { count: cell.everyone }),
  ].filter(Boolean);

  return (
    <Button
      {...opener}
      $verdict={sparse ? null : cell.verdict}
      $urgent={cell.rank !== null && cell.rank <= MATTERS_MOST}
      $dashed={!sparse && cell.sharedOnly}
    >
      <VisuallyHidden>{name}</VisuallyHidden>
      <strong>{silent ? '–' : <FormattedNumber value={cell.current} />}</strong>
      {!sparse && (
        <Word $verdict={cell.verdict}>
          {cell.verdict !== 'not-needed' && !cell.sharedOnly && <VerdictIcon verdict={cell.verdict} />}
          {cell.sharedOnly && cell.verdict !== 'not-needed' ? text('cell.sharedOnly') : text(label)}
        </Word>
      )}
      {extras.length > 0 && <small>{extras.join(' · ')}</small>}
    </Button>
  );
};

const Button = styled.button<{ $verdict: Verdict | null; $urgent: boolean; $dashed: boolean }>`
  ${cellBox}
  background-color: ${({ $verdict, $urgent, theme }) =>
    $verdict === null
      ? theme.colors.neutral100
      : ($urgent ? tint('danger600', 14) : VERDICT_STYLE[$verdict].fill)({ theme })};
  ${({ $verdict }) => $verdict === 'not-needed' && hatched('neutral200')}
  ${({ $verdict, theme }) =>
    $verdict !== null && VERDICT_STYLE[$verdict].outlined && `border: 2px solid ${theme.colors.danger600};`}
  ${({ $dashed, theme }) => $dashed && `border: 2px dashed ${theme.colors.neutral500};`}
`;

const Word = styled.span<{ $verdict: Verdict }>`
  display: inline-flex;
  align-items: center;
  gap: 0.4rem;
  color: ${({ $verdict, theme }) => ($verdict === 'gap' ? ink('danger700')({ theme }) : theme.colors.neutral700)};

  [data-dense] & svg {
    ${({ $verdict }) => !VERDICT_STYLE[$verdict].callsForAction && 'display: none;'}
  }
  font-weight: ${({ $verdict }) => ($verdict === 'gap' ? 600 : 400)};
`;
