import { css, styled } from 'styled-components';

/** What scrolls sideways when there are many stages. */
export const Scroller = styled.div<{ $underDrawer: boolean; $isTall: boolean }>`
  overflow-x: auto;
  scrollbar-width: thin;
  /* A focused cell is not to be hidden behind the headings and totals that stay in view. */
  scroll-padding: 8rem 7rem 6rem 16rem;
  ${({ $isTall }) => $isTall && 'max-height: max(36rem, calc(100vh - 12rem));'}
  ${({ $underDrawer }) => $underDrawer && roomUnderDrawer}
`;

/** The arrow keys bring a cell out from under the drawer, into room that is there only for that: opening it moves nothing. */
const roomUnderDrawer = css`
  display: flex;
  scroll-padding-right: min(44rem, 50vw);
  scrollbar-width: none;

  &::after {
    content: '';
    flex: 0 0 min(44rem, 50vw);
  }
`;

const surface = css`
  background: ${({ theme }) => theme.colors.neutral0};
`;

/** The heatmap's table; its row headings and totals stay in view. */
export const Table = styled.table<{ $minWidth: string }>`
  table-layout: fixed;
  flex: none;
  width: 100%;
  min-width: ${({ $minWidth }) => $minWidth};
  border-spacing: 0.6rem;
  border-collapse: separate;
  font-size: 1.2rem;

  &[data-dense] {
    border-spacing: 0.6rem 0.4rem;
  }

  th {
    font-weight: 600;
    color: ${({ theme }) => theme.colors.neutral800};
  }

  td {
    /* Lets the button inside fill a row that another cell made higher. */
    height: 1px;
    padding: 0;
    text-align: center;
  }

  th[scope='row'] {
    position: sticky;
    left: 0;
    z-index: 1;
    padding: 0 0.8rem;
    text-align: left;
    ${surface}
  }

  [data-total] {
    position: sticky;
    right: 0;
    z-index: 1;
    /* Keeps its distance from what scrolls beneath it. */
    box-shadow: -0.6rem 0 ${({ theme }) => theme.colors.neutral0};
    ${surface}
  }

  &[data-dense] thead {
    position: sticky;
    top: 0;
    z-index: 2;
    ${surface}
  }

  &[data-dense] [data-totals] > * {
    position: sticky;
    bottom: 0;
    z-index: 2;
    ${surface}
  }

  /* What the keyboard is on is the one thing outlined. */
  &:has(:focus-visible) [data-cell][aria-expanded='true']:not(:focus-visible) {
    box-shadow: none;
  }
`;
