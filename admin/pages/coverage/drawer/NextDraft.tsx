import { Box, Typography } from '@strapi/design-system';
import type { CoverageBody } from '../../../../server/core/api';
import { useText } from '../../../components/text';
import type { CoverageFilters } from '../coverage-url';
import { StartDraft } from '../StartDraft';
import { useNames } from '../use-names';
import { Section } from './Section';

interface Props {
  readonly coverage: CoverageBody;
  readonly filters: CoverageFilters;
  readonly persona: string;
}

/** What to write next for a persona: its gap that matters most, else the first cell short of its target. */
export const NextDraft = ({ coverage, filters, persona }: Props) => {
  const text = useText();
  const names = useNames(coverage);
  const next =
    coverage.gaps.find((gap) => gap.persona === persona) ??
    coverage.cells.find((cell) => cell.persona === persona && cell.verdict === 'thin');
  if (next === undefined || coverage.sparse) return null;
  const cell = { persona, stage: next.stage };
  const question = coverage.stages.find(({ key }) => key === next.stage)?.playbook.question ?? '';
  return (
    <Section title={text('drawer.next')}>
      <Typography tag="p" paddingTop={2} textColor="neutral800">
        <strong>{names.stage(next.stage)}</strong>
        {question && <> {text('gap.question', { question })}</>}
      </Typography>
      {filters.audit === undefined && (
        <Box paddingTop={2}>
          <StartDraft
            cell={cell}
            name={names.cell(cell)}
            contentType={filters.contentType}
            locale={filters.locale}
            explains
          />
        </Box>
      )}
    </Section>
  );
};
