import { FormattedNumber } from 'react-intl';
import { styled } from 'styled-components';
import { TextLink } from '../../components/TextLink';
import type { Fact } from './Glance';

/** The facts as large numbers side by side. */
export const FactTiles = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <Tiles>
    {facts.map(({ words, entries, share, to }) => (
      <li key={to}>
        <Number>
          <TextLink to={to}>
            <FormattedNumber value={entries} />
          </TextLink>{' '}
          <small>{share}</small>
        </Number>
        {words}
      </li>
    ))}
  </Tiles>
);

const Tiles = styled.ul`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr));
  gap: 1.6rem;
  font-size: 1.4rem;
  line-height: 2rem;
  color: ${({ theme }) => theme.colors.neutral800};

  li {
    padding: 1.2rem 1.6rem;
    border-left: 2px solid ${({ theme }) => theme.colors.neutral200};
  }
`;

const Number = styled.span`
  display: block;
  font-size: 2.8rem;
  line-height: 3.6rem;
  font-variant-numeric: tabular-nums;

  small {
    font-size: 1.4rem;
    color: ${({ theme }) => theme.colors.neutral600};
  }
`;
