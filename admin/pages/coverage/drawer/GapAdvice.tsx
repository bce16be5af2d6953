import type { CoverageBody, CoverageCell } from '../../../../server/core/api';
import { useInventory } from '../../../api/inventory';
import { EntryList } from '../../../components/EntryList';
import { inventoryLink } from '../../../components/entry-links';
import { useText } from '../../../components/text';
import { TextLink } from '../../../components/TextLink';
import type { CoverageFilters } from '../coverage-url';
import { useNames } from '../use-names';
import { Question } from './Question';
import { Section } from './Section';

interface Props {
  readonly cell: CoverageCell;
  readonly coverage: CoverageBody;
  readonly filters: CoverageFilters;
}

const FEW = 3;

/** Why a hole is one: the question nobody answers, what works there, and what could be adapted. */
export const GapAdvice = ({ cell, coverage, filters }: Props) => {
  const stage = coverage.stages.find(({ key }) => key === cell.stage);
  const gap = coverage.gaps.find(({ persona, stage: key }) => persona === cell.persona && key === cell.stage);
  if (cell.verdict !== 'gap' && cell.verdict !== 'thin') return null;
  return (
    <>
      {stage && <Question playbook={stage.playbook} />}
      {gap?.nearest && <Nearest nearest={gap.nearest} coverage={coverage} filters={filters} />}
    </>
  );
};

type NearestProps = Omit<Props, 'cell'> & {
  readonly nearest: NonNullable<CoverageBody['gaps'][number]['nearest']>;
};

const Nearest = ({ nearest, coverage, filters }: NearestProps) => {
  const text = useText();
  const names = useNames(coverage);
  const query = { ...filters, persona: nearest.persona, stage: nearest.stage, age: 'current' } as const;
  const { data, isPlaceholderData } = useInventory({ ...query, page: 1, pageSize: FEW, sort: 'updatedAt:desc' });
  return (
    <Section title={text('gap.adapt', { persona: names.persona(nearest.persona) })}>
      {data && !isPlaceholderData && <EntryList rows={data.data} />}
      {nearest.entries > FEW && (
        <TextLink to={inventoryLink({ ...query, sort: 'updatedAt:desc' })}>
          {text('drawer.showAll', { total: nearest.entries })}
        </TextLink>
      )}
    </Section>
  );
};
