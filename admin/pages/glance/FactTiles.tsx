import { FormattedNumber } from 'react-intl';
import { TextLink } from '../../components/TextLink';
import { Tiles } from '../../components/Tiles';
import type { Fact } from './Glance';

/** The facts as large numbers side by side. */
export const FactTiles = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <Tiles>
    {facts.map(({ words, entries, share, to }) => (
      <li key={to}>
        <strong>
          <TextLink to={to}>
            <FormattedNumber value={entries} />
          </TextLink>{' '}
          <small>{share}</small>
        </strong>
        {words}
      </li>
    ))}
  </Tiles>
);
