import { VisuallyHidden } from '@strapi/design-system';
import { FormattedNumber } from 'react-intl';
import { styled } from 'styled-components';
import type { Count } from '../../../../server/core/api';
import { useText } from '../../../components/text';
import { cellBox } from './cell-box';
import type { Opener } from './scene';

interface Props {
  readonly name: string;
  readonly count: Count;
  readonly opener: Opener;
}

/** A cell that is counted and never judged: for everyone, or with one side not set. */
export const CountButton = ({ name, count, opener }: Props) => {
  const text = useText();
  return (
    <Button {...opener}>
      <VisuallyHidden>{name}</VisuallyHidden>
      <span>{count.current === 0 && count.old === 0 ? '–' : <FormattedNumber value={count.current} />}</span>
      {count.old > 0 && <small>{text('cell.old', { count: count.old })}</small>}
    </Button>
  );
};

const Button = styled.button`
  ${cellBox}
  min-height: 3.4rem;
  border: 1px dashed ${({ theme }) => theme.colors.neutral300};
  background: none;
  font-size: 1.3rem;
  color: ${({ theme }) => theme.colors.neutral700};
`;
