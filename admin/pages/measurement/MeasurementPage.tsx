import { Flex, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import type { MeasurementBody } from '../../../server/core/consumption-api';
import { useMeasurement } from '../../api/consumption';
import { isForbidden } from '../../api/failure';
import { ExportButton } from '../../components/ExportButton';
import { FailureState } from '../../components/FailureState';
import { SegmentedControl } from '../../components/SegmentedControl';
import { useText } from '../../components/text';
import { useUrlState } from '../../components/url-state';
import { useNaming } from '../../components/VocabularyGate';
import { Deliveries } from './Deliveries';
import { Drops } from './Drops';
import { Sources } from './Sources';
import { Tracker } from './Tracker';

/** How far back the page can look; older daily counts are kept as months. */
const PERIODS = ['90', '180', '400'] as const;

/** How we know: what counts views, on which days it would have seen one, and what it left out. */
export const MeasurementPage = () => {
  const text = useText();
  const { params, set } = useUrlState();
  const { can } = useNaming();
  const period = PERIODS.find((days) => days === params.get('days')) ?? PERIODS[0];
  const { data, error, refetch } = useMeasurement(Number(period));

  if (isForbidden(error)) return <Page.NoPermissions />;
  if (!data && !error) return <Page.Loading />;
  return (
    <Page.Main>
      <Page.Title>{text('nav.measurement')}</Page.Title>
      <Layouts.Header
        title={text('nav.measurement')}
        primaryAction={
          can.export &&
          data !== undefined &&
          data.sources.length > 0 && <ExportButton names={['consumption.csv', 'inventory.csv']} filters={{}} />
        }
        subtitle={
          <Typography variant="epsilon" textColor="neutral600" tag="p">
            {text('measurement.subtitle')}
          </Typography>
        }
      />
      <Layouts.Content>
        {data ? (
          <Flex direction="column" alignItems="stretch" gap={4}>
            <SegmentedControl
              label={text('measurement.period')}
              value={period}
              onChange={(days) => set({ days: days === PERIODS[0] ? undefined : days })}
              options={PERIODS.map((value) => ({ value, label: text('measurement.days', { days: Number(value) }) }))}
            />
            <Known measurement={data} />
          </Flex>
        ) : (
          <FailureState error={error} onRetry={() => void refetch()} />
        )}
      </Layouts.Content>
    </Page.Main>
  );
};

const Known = ({ measurement }: { readonly measurement: MeasurementBody }) => (
  <>
    <Sources measurement={measurement} />
    <Tracker beacon={measurement.beacon} />
    {measurement.drops.length > 0 && <Drops drops={measurement.drops} />}
    <Deliveries deliveries={measurement.deliveries} />
  </>
);
