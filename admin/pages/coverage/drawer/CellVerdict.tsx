import { Flex } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { CoverageCell } from '../../../../server/core/api';
import { useText } from '../../../components/text';
import { VERDICT_STYLE, VerdictIcon } from '../verdict-style';

/** "Thin: 1 of 2 wanted", and why a covered cell may still be none too good. */
export const CellVerdict = ({ cell, sparse }: { readonly cell: CoverageCell; readonly sparse: boolean }) => {
  const text = useText();
  const { verdict, current, old, target, notNeeded, sharedOnly } = cell;
  if (sparse) return <>{text('drawer.notJudged')}</>;
  return (
    <>
      <Flex gap={2} tag="span">
        <VerdictIcon verdict={verdict} />
        <Word>{text(VERDICT_STYLE[verdict].label)}</Word>
        <span>
          {notNeeded === null
            ? text('drawer.wanted', { current, target })
            : text('drawer.notNeeded', { reason: notNeeded })}
        </span>
      </Flex>
      {sharedOnly && notNeeded === null && <p>{text('drawer.sharedOnly')}</p>}
      {old > 0 && <p>{text('drawer.old', { count: old })}</p>}
    </>
  );
};

const Word = styled.strong`
  font-weight: 600;
  color: ${({ theme }) => theme.colors.neutral800};
`;
