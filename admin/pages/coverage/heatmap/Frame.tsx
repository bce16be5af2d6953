import { styled } from 'styled-components';

/** What scrolls sideways when there are many stages. */
export const Scroller = styled.div<{ $underDrawer: boolean }>`
  overflow-x: auto;
  /* Room to bring a cell out from under the open drawer: the matrix is never lost. */
  ${({ $underDrawer }) => $underDrawer && 'padding-right: min(44rem, 50vw); scroll-padding-right: min(44rem, 50vw);'}
  /* Nor hidden behind the row headings, which stay in view. */
  scroll-padding-left: 16rem;
`;

/** The heatmap's table; its row headings stay in view. */
export const Table = styled.table<{ $minWidth: string }>`
  table-layout: fixed;
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
    background: ${({ theme }) => theme.colors.neutral0};
  }
`;
