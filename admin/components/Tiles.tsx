import { styled } from 'styled-components';
import { ink } from './tint';

/** Numbers side by side: each item a large number (`strong`) above its words; `data-danger` marks what is lost. */
export const Tiles = styled.ul`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr));
  gap: 1.6rem;
  font-size: 1.4rem;
  line-height: 2rem;
  color: ${({ theme }) => theme.colors.neutral800};

  li {
    padding: 0.8rem 1.6rem;
    border-left: 2px solid ${({ theme }) => theme.colors.neutral200};
  }

  strong {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: 0.8rem;
    font-size: 2.8rem;
    font-weight: 400;
    line-height: 3.6rem;
    font-variant-numeric: tabular-nums;
  }

  small {
    font-size: 1.4rem;
    line-height: 2rem;
    color: ${({ theme }) => theme.colors.neutral600};
  }

  li[data-danger='true'] {
    border-left-color: ${({ theme }) => theme.colors.danger600};
    color: ${ink('danger600')};
  }
`;
