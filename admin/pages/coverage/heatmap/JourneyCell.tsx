import { VisuallyHidden } from '@strapi/design-system';
import { FormattedNumber } from 'react-intl';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import type { Count } from '../../../../server/core/api';
import { useText } from '../../../components/text';
import { tint } from '../../../components/tint';
import { cellBox } from './cell-box';
import type { FocusProps } from './use-roving-focus';

interface Props {
  readonly name: string;
  readonly count: Count;
  readonly to: string;
  readonly focus: ReturnType<FocusProps>;
  /** What its cells say, in a word and a strip; nothing for what is counted and never judged. */
  readonly children?: React.ReactNode;
}

/** A persona's whole journey in one cell: its distinct current entries, linking to them. */
export const JourneyCell = ({ name, count, to, focus, children }: Props) => {
  const text = useText();
  const isEmpty = count.current === 0 && count.old === 0;
  return (
    <Anchor to={to} $judged={children !== undefined} {...focus}>
      <VisuallyHidden>{name}</VisuallyHidden>
      <strong>{isEmpty && children === undefined ? '–' : <FormattedNumber value={count.current} />}</strong>
      {children}
      {count.old > 0 && <small>{text('cell.old', { count: count.old })}</small>}
    </Anchor>
  );
};

const Anchor = styled(Link)<{ $judged: boolean }>`
  ${cellBox}
  text-decoration: none;
  ${({ $judged, theme }) =>
    $judged
      ? `background: ${tint('primary600', 5)({ theme })};`
      : `min-height: 3.4rem; border: 1px dashed ${theme.colors.neutral300};`}
`;
