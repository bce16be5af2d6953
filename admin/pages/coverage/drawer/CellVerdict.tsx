import { Flex } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { CoverageCell } from '../../../../server/core/api';
import { inventoryLink } from '../../../components/entry-links';
import { Message, useText } from '../../../components/text';
import { TextLink } from '../../../components/TextLink';
import type { CoverageFilters } from '../coverage-url';
import { VERDICT_STYLE, VerdictIcon } from '../verdict-style';

interface Props {
  readonly cell: CoverageCell;
  readonly sparse: boolean;
  readonly filters: CoverageFilters;
}

/** "Thin: 1 of 2 wanted", and why a covered cell may still be none too good. */
export const CellVerdict = ({ cell, sparse, filters }: Props) => {
  const text = useText();
  const { persona, stage } = cell;
  const linkTo = (age: 'current' | 'old') =>
    function RowsLink(chunks: React.ReactNode[]) {
      return <TextLink to={inventoryLink({ ...filters, persona, stage, age })}>{chunks}</TextLink>;
    };
  const { verdict, current, old, target, notNeeded, sharedOnly } = cell;
  if (sparse) return <>{text('drawer.notJudged')}</>;
  return (
    <>
      <Flex gap={2} tag="span">
        <VerdictIcon verdict={verdict} />
        <Word>{text(VERDICT_STYLE[verdict].label)}</Word>
        <span>
          {notNeeded === null ? (
            <Message id="drawer.wanted" values={{ current, target, link: linkTo('current') }} />
          ) : (
            text('drawer.notNeeded', { reason: notNeeded })
          )}
        </span>
      </Flex>
      {sharedOnly && notNeeded === null && <p>{text('drawer.sharedOnly')}</p>}
      {old > 0 && (
        <p>
          <Message id="drawer.old" values={{ count: old, link: linkTo('old') }} />
        </p>
      )}
    </>
  );
};

const Word = styled.strong`
  font-weight: 600;
  color: ${({ theme }) => theme.colors.neutral800};
`;
