import { Typography } from '@strapi/design-system';
import type { CoverageBody } from '../../../../server/core/api';
import { DEFAULT_POLICY } from '../../../../server/core/policy';
import { PAGES } from '../../../components/entry-links';
import { useText } from '../../../components/text';
import { TextLink } from '../../../components/TextLink';
import type { Consumed } from './demand-model';
import { usePeriod } from './use-period';

interface Props {
  readonly coverage: CoverageBody;
  readonly show: Consumed;
}

/** From when to when the numbers tell, over the matrix; where nothing was measured, the way to change that. */
export const Period = ({ coverage, show }: Props) => {
  const text = useText();
  const period = usePeriod(coverage);
  const isMeasured = Object.values(coverage.consumption.personas).some(({ views }) => views !== null);
  return (
    <Typography tag="p" variant="omega" textColor="neutral700" paddingBottom={3} paddingLeft={2} paddingRight={2}>
      {period !== null && text(PERIOD[show], { period, days: DEFAULT_POLICY.neverDays })}
      {period === null && text(isMeasured ? 'demand.period.unknown' : 'demand.period.none')}
      {period === null && !isMeasured && (
        <>
          {' '}
          <TextLink to={PAGES.measurement}>{text('demand.period.measure')}</TextLink>
        </>
      )}
    </Typography>
  );
};

const PERIOD = { views: 'demand.period.views', 'never-consumed': 'demand.period.never' } as const;
