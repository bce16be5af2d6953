import { FormattedNumber } from 'react-intl';
import { styled } from 'styled-components';
import type { Verdict } from '../../../../server/core/vocabulary';
import { useText } from '../../../components/text';
import { viewsText } from '../../../components/views-text';
import { ink } from '../../../components/tint';
import { hatched } from '../heatmap/cell-box';
import type { Facts } from '../heatmap/heatmap-model';
import type { CellRef, Selection } from '../selection';
import { VERDICT_STYLE, VerdictIcon } from '../verdict-style';

export interface Stop {
  readonly cell: CellRef;
  /** The stage of a persona's journey, or the persona at a stage. */
  readonly title: string;
  readonly facts: Facts;
  /** `null`: counted and never judged. */
  readonly verdict: Verdict | null;
}

interface Props {
  readonly label: string;
  readonly stops: readonly Stop[];
  readonly onOpen: (selection: Selection) => void;
}

/** Cells one below the other as a strip: how many entries, what that means, and how often they were viewed. */
export const Strip = ({ label, stops, onOpen }: Props) => {
  const text = useText();
  return (
    <List aria-label={label}>
      {stops.map(({ cell, title, facts, verdict }) => (
        <li key={`${cell.persona}/${cell.stage}`}>
          <Row type="button" aria-haspopup="dialog" onClick={() => onOpen({ kind: 'cell', ...cell })}>
            <Field $verdict={verdict}>
              {verdict === 'not-needed' && facts.current === 0 ? '–' : <FormattedNumber value={facts.current} />}
            </Field>
            <span>
              <strong>{title}</strong>
              {verdict !== null && (
                <Word $verdict={verdict}>
                  <VerdictIcon verdict={verdict} />
                  {text(VERDICT_STYLE[verdict].label)}
                </Word>
              )}
            </span>
            <small>{facts.current + facts.old > 0 && viewsText(text, facts)}</small>
          </Row>
        </li>
      ))}
    </List>
  );
};

const List = styled.ul`
  display: grid;
  gap: 0.4rem;
  padding-top: 0.8rem;
`;

const Row = styled.button`
  display: grid;
  grid-template-columns: 4.4rem 1fr auto;
  align-items: center;
  gap: 1.2rem;
  width: 100%;
  padding: 0.2rem;
  border: 0;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: none;
  color: ${({ theme }) => theme.colors.neutral800};
  font: inherit;
  font-size: 1.3rem;
  text-align: left;
  cursor: pointer;

  strong {
    display: block;
    font-weight: 600;
  }

  small {
    font-size: 1.2rem;
    color: ${({ theme }) => theme.colors.neutral600};
  }

  &:hover {
    background: ${({ theme }) => theme.colors.neutral100};
  }

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
  }
`;

const Field = styled.span<{ $verdict: Verdict | null }>`
  display: grid;
  place-items: center;
  height: 3.4rem;
  border-radius: ${({ theme }) => theme.borderRadius};
  font-weight: 600;
  font-variant-numeric: tabular-nums;
  border: ${({ $verdict, theme }) => borderOf($verdict, theme.colors.danger600, theme.colors.neutral300)};
  background-color: ${({ $verdict, theme }) =>
    $verdict === null ? 'transparent' : VERDICT_STYLE[$verdict].fill({ theme })};
  ${({ $verdict }) => $verdict === 'not-needed' && hatched('neutral200')}
`;

const borderOf = (verdict: Verdict | null, red: string, grey: string): string => {
  if (verdict === null) return `1px dashed ${grey}`;
  return VERDICT_STYLE[verdict].outlined ? `2px solid ${red}` : '2px solid transparent';
};

const Word = styled.span<{ $verdict: Verdict }>`
  display: inline-flex;
  align-items: center;
  gap: 0.4rem;
  font-size: 1.2rem;
  color: ${({ $verdict, theme }) => ($verdict === 'gap' ? ink('danger700')({ theme }) : theme.colors.neutral600)};
`;
