import { Box, Flex, Typography } from '@strapi/design-system';
import type { CoverageBody } from '../../../../server/core/api';
import { PERIODS } from '../../../../server/core/evidence/period';
import { DEFAULT_POLICY } from '../../../../server/core/policy';
import { worded } from '../../../components/axis-options';
import { PAGES } from '../../../components/entry-links';
import { FilterSelect } from '../../../components/FilterSelect';
import { useText } from '../../../components/text';
import { TextLink } from '../../../components/TextLink';
import { PERIOD_TEXT } from '../../../components/vocabulary-text';
import type { CoverageFilters } from '../coverage-url';
import { isAtLeast, type Consumed } from './demand-model';
import { usePeriod } from './use-period';

interface Props {
  readonly coverage: CoverageBody;
  readonly filters: CoverageFilters;
  readonly show: Consumed;
  readonly set: (changes: Readonly<Record<string, string | undefined>>) => void;
}

/** From when to when the numbers tell, over the matrix, and of views the choice of it; where nothing was measured, the way to change that. */
export const Period = ({ coverage, filters, show, set }: Props) => {
  const text = useText();
  const period = usePeriod(coverage);
  const { personas, stages } = coverage.consumption;
  const isPartial = [...coverage.cells, ...Object.values({ ...personas, ...stages })].some((one) =>
    isAtLeast(one, show)
  );
  const isMeasured = Object.values(coverage.consumption.personas).some(({ views }) => views !== null);
  const isMeasurable = isMeasured || filters.period !== undefined;
  return (
    <Flex gap={3} paddingBottom={3} paddingLeft={2} paddingRight={2} alignItems="center">
      {show === 'views' && filters.audit === undefined && isMeasurable && (
        <Box minWidth="20rem" shrink={0}>
          <FilterSelect
            label={text('filter.period')}
            placeholder={text('period.all')}
            options={worded(text, PERIODS, PERIOD_TEXT)}
            value={filters.period}
            onChange={(chosen) => set({ period: chosen })}
          />
        </Box>
      )}
      <Typography tag="p" variant="omega" textColor="neutral700">
        {period !== null && text(PERIOD[show], { period, days: DEFAULT_POLICY.neverDays })}
        {period !== null && isPartial && <> {text('demand.period.partial')}</>}
        {period === null && text(isMeasurable ? 'demand.period.unknown' : 'demand.period.none')}
        {period === null && !isMeasurable && (
          <>
            {' '}
            <TextLink to={PAGES.measurement}>{text('demand.period.measure')}</TextLink>
          </>
        )}
      </Typography>
    </Flex>
  );
};

const PERIOD = { views: 'demand.period.views', 'never-consumed': 'demand.period.never' } as const;
