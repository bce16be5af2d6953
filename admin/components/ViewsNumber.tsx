import { VisuallyHidden } from '@strapi/design-system';
import { FormattedNumber } from 'react-intl';
import { useText } from './text';

interface Props {
  readonly number: number;
  /** So many or more: of some entries or days nobody knows. */
  readonly isPartial?: boolean | undefined;
  /** Columns are narrow: 1,234,567 becomes 1.2M. */
  readonly notation?: 'standard' | 'compact';
}

/** A number of a matrix or list, marked where it is only a lower bound: one box, where its parts would stand below each other. */
export const ViewsNumber = ({ number, isPartial = false, notation = 'standard' }: Props) => (
  <span>
    <FormattedNumber value={number} notation={notation} />
    {isPartial && <OrMore />}
  </span>
);

/** A mark for eyes, words for ears. */
const OrMore = () => (
  <>
    <span aria-hidden>+</span>
    <VisuallyHidden> {useText()('views.orMore')}</VisuallyHidden>
  </>
);
