import { styled } from 'styled-components';
import { ink, tint } from '../../components/tint';

/** One gap among the biggest: what it is, a sentence, what to do. */
export const GapLine = styled.li`
  display: grid;
  grid-template-columns: 18rem minmax(0, 1fr) auto;
  align-items: center;
  gap: 0.8rem 1.6rem;
  padding: 1.2rem 0;

  & + & {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
`;

/** Its name, which opens its drawer. */
export const GapName = styled.button`
  justify-self: start;
  padding: 0.4rem 0.8rem;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${tint('danger600', 10)};
  color: ${ink('danger700')};
  font-size: 1.2rem;
  font-weight: 600;
  text-align: left;
  cursor: pointer;

  &:hover {
    text-decoration: underline;
  }
`;

/** What is missing. */
export const GapSentence = styled.p`
  font-size: 1.4rem;
  line-height: 2rem;
  color: ${({ theme }) => theme.colors.neutral700};

  strong {
    font-weight: 600;
    color: ${({ theme }) => theme.colors.neutral800};
  }
`;
