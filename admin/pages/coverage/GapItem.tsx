import { Flex } from '@strapi/design-system';
import type { CoverageBody, CoverageGap } from '../../../server/core/api';
import { inventoryLink } from '../../components/entry-links';
import { Message, useText } from '../../components/text';
import { TextLink } from '../../components/TextLink';
import type { CoverageFilters } from './coverage-url';
import { GapLine, GapName, GapSentence } from './gap-line';
import type { Selection } from './selection';
import { StartDraft } from './StartDraft';
import { useNames } from './use-names';

interface Props {
  readonly gap: CoverageGap;
  readonly coverage: CoverageBody;
  readonly filters: CoverageFilters;
  readonly onOpen: (selection: Selection) => void;
}

/** One gap as a sentence: the question that nobody answers, and what could be adapted. */
export const GapItem = ({ gap, coverage, filters, onOpen }: Props) => {
  const text = useText();
  const names = useNames(coverage);
  const { persona, stage, question, nearest } = gap;
  const name = names.cell(gap);
  const nearestLink = (chunks: React.ReactNode[]) =>
    nearest && (
      <TextLink to={inventoryLink({ ...filters, persona: nearest.persona, stage: nearest.stage, age: 'current' })}>
        {chunks}
      </TextLink>
    );

  return (
    <GapLine>
      <GapName type="button" onClick={() => onOpen({ kind: 'cell', persona, stage })}>
        {name}
      </GapName>
      <GapSentence>
        {question && <strong>{text('gap.question', { question })}</strong>}{' '}
        {nearest ? (
          <Message
            id="gap.nearest"
            values={{ count: nearest.entries, persona: names.persona(nearest.persona), link: nearestLink }}
          />
        ) : (
          text(gap.content.length > 0 ? 'gap.content' : 'gap.nothing', { content: gap.content.slice(0, 3).join(', ') })
        )}
      </GapSentence>
      {filters.audit === undefined && (
        <Flex shrink={0}>
          <StartDraft
            cell={{ persona, stage }}
            name={name}
            contentType={filters.contentType}
            locale={filters.locale}
            variant="tertiary"
          />
        </Flex>
      )}
    </GapLine>
  );
};
