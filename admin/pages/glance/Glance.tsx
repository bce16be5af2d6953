import { Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { GlanceBody } from '../../../server/core/api';
import { useGlance } from '../../api/coverage';
import { Card } from '../../components/Card';
import { inventoryLink } from '../../components/entry-links';
import { findingText } from '../../components/finding-text';
import { Message, useText } from '../../components/text';
import { TextLink } from '../../components/TextLink';

/** *Your content at a glance*: what a library tells before anything is placed, each number leading to its rows. */
export const Glance = () => {
  const text = useText();
  const { data } = useGlance();
  if (!data) return null;
  return (
    <Card title={text('glance.title')}>
      <Facts glance={data} />
    </Card>
  );
};

const Facts = ({ glance }: { readonly glance: GlanceBody }) => {
  const text = useText();
  const { entries, contentTypes, findings, ownersGone } = glance;
  const all = (chunks: React.ReactNode[]) => <TextLink to={inventoryLink({ counted: 'all' })}>{chunks}</TextLink>;
  return (
    <>
      <Typography tag="p" paddingBottom={2}>
        <Message
          id="glance.entries"
          values={{ entries, types: contentTypes.length, link: all, b: (chunks) => <strong>{chunks}</strong> }}
        />
      </Typography>
      <List>
        {findings
          .filter((fact) => fact.entries > 0)
          .map((fact) => (
            <Row key={fact.finding}>
              <span>
                {fact.finding === 'owner-left' && ownersGone > 0
                  ? text('glance.ownersLeft', { owners: ownersGone })
                  : findingText(text, fact.finding)}
              </span>
              <Flex gap={2}>
                <TextLink to={inventoryLink({ finding: fact.finding, counted: 'all' })}>{fact.entries}</TextLink>
                <Typography textColor="neutral600">
                  {text('glance.share', { share: fact.entries / entries })}
                </Typography>
              </Flex>
            </Row>
          ))}
      </List>
      {findings.every((fact) => fact.entries === 0) && (
        <Typography textColor="neutral600">{text('glance.nothing')}</Typography>
      )}
    </>
  );
};

const List = styled.ul`
  display: grid;
`;

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
