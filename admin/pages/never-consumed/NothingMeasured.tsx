import { EmptyStateLayout, Flex, LinkButton } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Link } from 'react-router-dom';
import type { NeverConsumedBody } from '../../../server/core/consumption-api';
import { PAGES } from '../../components/entry-links';
import { useText } from '../../components/text';
import { useNaming } from '../../components/VocabularyGate';
import { unjudged } from './silence-url';

/** No view was counted and none could have been: the two ways to change that. */
export const NothingMeasured = ({ summary }: { readonly summary: NeverConsumedBody }) => {
  const text = useText();
  const { can } = useNaming();
  return (
    <EmptyStateLayout
      icon={<EmptyDocuments width="16rem" />}
      content={text('never.nothing', { count: unjudged(summary) })}
      action={
        <Flex gap={2} wrap="wrap" justifyContent="center">
          {can.tag && (
            <LinkButton tag={Link} to={PAGES.import}>
              {text('never.nothing.import')}
            </LinkButton>
          )}
          <LinkButton tag={Link} to={PAGES.measurement} variant="secondary">
            {text('never.nothing.tracker')}
          </LinkButton>
        </Flex>
      }
    />
  );
};
