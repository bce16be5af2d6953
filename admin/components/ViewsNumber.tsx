import { FormattedNumber } from 'react-intl';

interface Props {
  readonly number: number;
  /** At least so many: of some entries or days nobody knows. */
  readonly isPartial?: boolean | undefined;
  /** Columns are narrow: 1,234,567 becomes 1.2M. */
  readonly notation?: 'standard' | 'compact';
}

/** A number of a matrix or list, marked where it is only a lower bound: one box, where its parts would stand below each other. */
export const ViewsNumber = ({ number, isPartial = false, notation = 'standard' }: Props) => (
  <span>
    {isPartial && '≥\u00a0'}
    <FormattedNumber value={number} notation={notation} />
  </span>
);
