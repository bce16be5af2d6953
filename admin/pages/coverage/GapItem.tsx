import { Flex } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { CoverageBody, CoverageGap } from '../../../server/core/api';
import { inventoryLink } from '../../components/entry-links';
import { Message, useText } from '../../components/text';
import { TextLink } from '../../components/TextLink';
import { ink, tint } from '../../components/tint';
import type { CellRef, CoverageFilters } from './coverage-url';
import { StartDraft } from './StartDraft';

interface Props {
  readonly gap: CoverageGap;
  readonly coverage: CoverageBody;
  readonly filters: CoverageFilters;
  readonly onOpen: (cell: CellRef) => void;
}

/** One gap as a sentence: the question that nobody answers, and what could be adapted. */
export const GapItem = ({ gap, coverage, filters, onOpen }: Props) => {
  const text = useText();
  const nameOf = (axis: readonly { readonly key: string; readonly name: string }[], key: string) =>
    axis.find((item) => item.key === key)?.name ?? key;
  const { persona, stage, question, nearest } = gap;
  const name = text('cell.name', {
    persona: nameOf(coverage.personas, persona),
    stage: nameOf(coverage.stages, stage),
  });
  const nearestLink = (chunks: React.ReactNode[]) =>
    nearest && (
      <TextLink to={inventoryLink({ ...filters, persona: nearest.persona, stage: nearest.stage, age: 'current' })}>
        {chunks}
      </TextLink>
    );

  return (
    <Item>
      <CellName type="button" onClick={() => onOpen({ persona, stage })}>
        {name}
      </CellName>
      <Sentence>
        {question && <strong>{text('gap.question', { question })}</strong>}{' '}
        {nearest ? (
          <Message
            id="gap.nearest"
            values={{ count: nearest.entries, persona: nameOf(coverage.personas, nearest.persona), link: nearestLink }}
          />
        ) : (
          text(gap.content.length > 0 ? 'gap.content' : 'gap.nothing', { content: gap.content.slice(0, 3).join(', ') })
        )}
      </Sentence>
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
    </Item>
  );
};

const Item = styled.li`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 0.8rem 1.6rem;
  padding: 1.2rem 0;

  & + & {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
`;

const CellName = styled.button`
  padding: 0.4rem 0.8rem;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${tint('danger600', 10)};
  color: ${ink('danger700')};
  font-size: 1.2rem;
  font-weight: 600;
  cursor: pointer;

  &:hover {
    text-decoration: underline;
  }
`;

const Sentence = styled.p`
  flex: 1 1 24rem;
  font-size: 1.4rem;
  line-height: 2rem;
  color: ${({ theme }) => theme.colors.neutral700};

  strong {
    font-weight: 600;
    color: ${({ theme }) => theme.colors.neutral800};
  }
`;
