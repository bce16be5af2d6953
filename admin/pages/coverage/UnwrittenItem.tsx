import { Flex } from '@strapi/design-system';
import { EVERYONE, type Persona } from '../../../server/core/vocabulary';
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
  readonly persona: Persona;
  /** The gap to begin with. */
  readonly first: CoverageGap;
  readonly coverage: CoverageBody;
  readonly filters: CoverageFilters;
  readonly onOpen: (selection: Selection) => void;
}

/** A persona for whom nothing is written yet, as one sentence instead of one for each stage. */
export const UnwrittenItem = ({ persona, first, coverage, filters, onOpen }: Props) => {
  const text = useText();
  const names = useNames(coverage);
  const cell = { persona: persona.key, stage: first.stage };
  const forEveryone = coverage.totals.personas[EVERYONE]?.current ?? 0;
  return (
    <GapLine>
      <GapName type="button" onClick={() => onOpen({ kind: 'persona', persona: persona.key })}>
        {persona.name}
      </GapName>
      <GapSentence>
        <strong>{text('quiet.sentence')}</strong>{' '}
        {forEveryone > 0 && (
          <>
            <Message
              id="quiet.sentence.everyone"
              values={{
                count: forEveryone,
                link: (chunks) => (
                  <TextLink to={inventoryLink({ ...filters, persona: EVERYONE, age: 'current' })}>{chunks}</TextLink>
                ),
              }}
            />{' '}
          </>
        )}
        {text('quiet.sentence.begin', { stage: names.stage(first.stage), question: first.question })}
      </GapSentence>
      {filters.audit === undefined && (
        <Flex shrink={0}>
          <StartDraft
            cell={cell}
            name={names.cell(cell)}
            contentType={filters.contentType}
            locale={filters.locale}
            variant="tertiary"
          />
        </Flex>
      )}
    </GapLine>
  );
};
