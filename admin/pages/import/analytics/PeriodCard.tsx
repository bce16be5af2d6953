import { useState } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import type { AnalyticsBody } from '../../../../server/core/analytics-api';
import { Card } from '../../../components/Card';
import { DayField } from '../../../components/form/DayField';
import { FormField } from '../../../components/form/FormField';
import { useText } from '../../../components/text';
import { useAnalyticsText } from './use-analytics-text';

interface Days {
  readonly from: string;
  readonly to: string;
}

interface Props {
  /** Days of which the file has no row. */
  readonly gap: AnalyticsBody['gap'];
  /** Called with both days; `null` while they say no period. */
  readonly onChange: (days: Days | null) => void;
}

/** The days of a file that does not say them. */
export const PeriodCard = ({ gap, onChange }: Props) => {
  const text = useText();
  const [days, setDays] = useState<Days>({ from: '', to: '' });
  const { period } = useAnalyticsText();
  const isBackwards = days.from !== '' && days.to !== '' && days.to < days.from;
  const change = (next: Days) => {
    setDays(next);
    const isPeriod = next.from !== '' && next.to !== '' && next.from <= next.to;
    onChange(isPeriod ? next : null);
  };
  const errors = isBackwards ? { to: text('analytics.period.backwards') } : {};
  return (
    <Card title={text('analytics.period')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography textColor="neutral600">
          {gap
            ? text('analytics.period.gap', { rows: period(gap.rows), missing: period(gap.missing) })
            : text('analytics.period.text')}
        </Typography>
        <Flex gap={4} alignItems="flex-start">
          {(['from', 'to'] as const).map((name) => (
            <FormField key={name} name={name} label={text(`analytics.${name}`)} errors={errors} required>
              <DayField value={days[name] || null} onChange={(day) => change({ ...days, [name]: day ?? '' })} />
            </FormField>
          ))}
        </Flex>
      </Flex>
    </Card>
  );
};
