import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { CoverageBody, CoverageCell } from '../../../../server/core/api';
import { useInventory } from '../../../api/inventory';
import { Chip } from '../../../components/Chip';
import { EntryList } from '../../../components/EntryList';
import { inventoryLink } from '../../../components/entry-links';
import { useText } from '../../../components/text';
import { TextLink } from '../../../components/TextLink';
import type { CoverageFilters } from '../coverage-url';

interface Props {
  readonly cell: CoverageCell;
  readonly coverage: CoverageBody;
  readonly filters: CoverageFilters;
}

const FEW = 3;

/** Why a hole is one: the question nobody answers, what works there, and what could be adapted. */
export const GapAdvice = ({ cell, coverage, filters }: Props) => {
  const text = useText();
  const stage = coverage.stages.find(({ key }) => key === cell.stage);
  const gap = coverage.gaps.find(({ persona, stage: key }) => persona === cell.persona && key === cell.stage);
  if (cell.verdict !== 'gap' && cell.verdict !== 'thin') return null;
  return (
    <Box paddingBottom={5}>
      {stage?.playbook.question && <Question>{text('gap.question', { question: stage.playbook.question })}</Question>}
      {stage && stage.playbook.content.length > 0 && (
        <Box paddingTop={3}>
          <Typography tag="h3" variant="sigma" textColor="neutral600">
            {text('gap.works')}
          </Typography>
          <Flex gap={1} wrap="wrap" paddingTop={2}>
            {stage.playbook.content.map((kind) => (
              <Chip key={kind}>{kind}</Chip>
            ))}
          </Flex>
        </Box>
      )}
      {gap?.nearest && <Nearest nearest={gap.nearest} coverage={coverage} filters={filters} />}
    </Box>
  );
};

type NearestProps = Omit<Props, 'cell'> & {
  readonly nearest: NonNullable<CoverageBody['gaps'][number]['nearest']>;
};

const Nearest = ({ nearest, coverage, filters }: NearestProps) => {
  const text = useText();
  const query = { ...filters, persona: nearest.persona, stage: nearest.stage, age: 'current' } as const;
  const { data, isPlaceholderData } = useInventory({ ...query, page: 1, pageSize: FEW, sort: 'updatedAt:desc' });
  const persona = coverage.personas.find(({ key }) => key === nearest.persona)?.name ?? nearest.persona;
  return (
    <Box paddingTop={4}>
      <Typography tag="h3" variant="sigma" textColor="neutral600">
        {text('gap.adapt', { persona })}
      </Typography>
      {data && !isPlaceholderData && <EntryList rows={data.data} />}
      {nearest.entries > FEW && (
        <TextLink to={inventoryLink({ ...query, sort: 'updatedAt:desc' })}>
          {text('drawer.showAll', { total: nearest.entries })}
        </TextLink>
      )}
    </Box>
  );
};

const Question = styled.p`
  font-size: 1.6rem;
  font-weight: 600;
  line-height: 2.2rem;
  color: ${({ theme }) => theme.colors.neutral800};
`;
