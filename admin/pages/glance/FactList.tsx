import { Flex, Typography } from '@strapi/design-system';
import { FormattedNumber } from 'react-intl';
import { styled } from 'styled-components';
import { TextLink } from '../../components/TextLink';
import type { Fact } from './Glance';

/** The facts as lines of a card. */
export const FactList = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <ul>
    {facts.map(({ words, entries, share, to }) => (
      <Row key={to}>
        <span>{words}</span>
        <Flex gap={2}>
          <TextLink to={to}>
            <FormattedNumber value={entries} />
          </TextLink>
          <Typography textColor="neutral600">{share}</Typography>
        </Flex>
      </Row>
    ))}
  </ul>
);

const Row = styled.li`
  display: flex;
  justify-content: space-between;
  gap: 1.6rem;
  padding: 1.2rem 0;
  font-size: 1.4rem;
  line-height: 2rem;
  color: ${({ theme }) => theme.colors.neutral800};

  & + & {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
`;
