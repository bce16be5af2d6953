import type { ReactNode } from 'react';
import { Typography } from '@strapi/design-system';
import type { GlanceBody } from '../../../server/core/api';
import { useGlance } from '../../api/coverage';
import { Card } from '../../components/Card';
import { inventoryLink } from '../../components/entry-links';
import { findingText } from '../../components/finding-text';
import { shareText } from '../../components/share-text';
import { Message, useText } from '../../components/text';
import { TextLink } from '../../components/TextLink';
import { FactList } from './FactList';
import { FactTiles } from './FactTiles';
import { useSilenceFacts } from './use-silence-facts';

/** One number about the library, its share of all entries, and the way to its rows. */
export interface Fact {
  readonly words: string;
  readonly entries: number;
  readonly share: ReactNode;
  readonly to: string;
}

interface Props {
  /** The only thing the page has to tell yet: large. */
  readonly prominent?: boolean;
}

/** *Your content at a glance*: what a library tells before anything is placed, each number leading to its rows. */
export const Glance = ({ prominent = false }: Props) => {
  const text = useText();
  const { data } = useGlance();
  const facts = [...useFacts(data), ...useSilenceFacts()];
  if (!data) return null;
  const link = (chunks: React.ReactNode[]) => <TextLink to={inventoryLink({ counted: 'all' })}>{chunks}</TextLink>;
  const Facts = prominent ? FactTiles : FactList;
  return (
    <Card title={text('glance.title')}>
      <Typography tag="p" paddingBottom={2}>
        <Message id="glance.entries" values={{ entries: data.entries, types: data.contentTypes.length, link }} />
      </Typography>
      <Facts facts={facts} />
      {facts.length === 0 && (
        <Typography textColor="neutral600">{text(data.entries === 0 ? 'glance.empty' : 'glance.nothing')}</Typography>
      )}
    </Card>
  );
};

const useFacts = (glance: GlanceBody | undefined): readonly Fact[] => {
  const text = useText();
  if (!glance) return [];
  const { entries: all, findings, ownersGone, ageBy } = glance;
  return findings
    .filter(({ entries }) => entries > 0)
    .map(({ finding, entries }) => ({
      words:
        finding === 'owner-left' && ownersGone > 0
          ? text('glance.ownersLeft', { owners: ownersGone })
          : findingText(text, finding, ageBy),
      entries,
      share: shareText(text, entries, all),
      to: inventoryLink({ finding, counted: 'all' }),
    }));
};
