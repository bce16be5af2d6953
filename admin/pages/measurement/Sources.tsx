import { Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { MeasurementBody } from '../../../server/core/consumption-api';
import { Card } from '../../components/Card';
import { PAGES } from '../../components/entry-links';
import { useText } from '../../components/text';
import { TextLink } from '../../components/TextLink';
import { useDay } from '../../components/use-day';
import { useNaming } from '../../components/VocabularyGate';
import { SourceRows } from './SourceRows';

/** Sources × content types × time: each a band of the days that were measured, with the views of each day. */
export const Sources = ({ measurement }: { readonly measurement: MeasurementBody }) => {
  const text = useText();
  const day = useDay();
  const { can } = useNaming();
  const { from, to, sources } = measurement;
  if (sources.length === 0) {
    return (
      <Card title={text('measurement.sources')}>
        <Typography tag="p" textColor="neutral700">
          {text('measurement.sources.none')}{' '}
          {can.tag && <TextLink to={PAGES.import}>{text('never.nothing.import')}</TextLink>}
        </Typography>
      </Card>
    );
  }
  return (
    <Card title={text('measurement.sources')}>
      <Scroll>
        <Table aria-label={text('measurement.sources')}>
          <thead>
            <tr>
              <th scope="col">{text('inventory.column.contentType')}</th>
              <th scope="col" data-numeric>
                {text('measurement.measured')}
              </th>
              <th scope="col" data-numeric>
                {text('inventory.column.views')}
              </th>
              <th scope="col" data-band>
                <Flex justifyContent="space-between" tag="span">
                  <span>{day(from)}</span>
                  <span>{day(to)}</span>
                </Flex>
              </th>
            </tr>
          </thead>
          {sources.map((source) => (
            <SourceRows key={source.key} source={source} window={{ from, to }} />
          ))}
        </Table>
      </Scroll>
      <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={3}>
        {text('measurement.legend')}
      </Typography>
    </Card>
  );
};

const Scroll = styled.div`
  overflow-x: auto;
`;

const Table = styled.table`
  width: 100%;
  min-width: 60rem;
  border-collapse: collapse;
  font-size: 1.4rem;
  line-height: 2rem;
  color: ${({ theme }) => theme.colors.neutral800};

  th,
  td {
    padding: 0.8rem 1.2rem 0.8rem 0;
    text-align: start;
    vertical-align: middle;
    font-weight: 400;
    white-space: nowrap;
  }

  thead th {
    font-size: 1.1rem;
    font-weight: 600;
    line-height: 1.6rem;
    color: ${({ theme }) => theme.colors.neutral600};
  }

  tbody {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }

  tbody th[scope='rowgroup'] {
    padding-top: 1.6rem;
  }

  th[data-numeric],
  td[data-numeric] {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }

  th[data-band],
  td[data-band] {
    width: 55%;
    padding-right: 0;
    padding-left: 1.2rem;
  }
`;
