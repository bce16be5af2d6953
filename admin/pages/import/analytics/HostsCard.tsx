import { Checkbox, Flex, Typography } from '@strapi/design-system';
import type { AnalyticsBody } from '../../../../server/core/analytics-api';
import { Card } from '../../../components/Card';
import { useText } from '../../../components/text';

interface Props {
  readonly hosts: AnalyticsBody['hosts'];
  /** Called with those whose views count; one at least. */
  readonly onChange: (hosts: readonly string[]) => void;
}

/** Of several hosts in a file those whose views count: staging may have the same paths as the site. */
export const HostsCard = ({ hosts, onChange }: Props) => {
  const text = useText();
  const chosen = hosts.filter(({ isChosen }) => isChosen).map(({ host }) => host);
  return (
    <Card title={text('analytics.hosts')}>
      <Flex direction="column" alignItems="flex-start" gap={3}>
        <Typography textColor="neutral600">{text('analytics.hosts.text')}</Typography>
        {hosts.map(({ host, views, isChosen }) => (
          <Checkbox
            key={host}
            checked={isChosen}
            disabled={isChosen && chosen.length === 1}
            onCheckedChange={(checked) =>
              onChange(checked === true ? [...chosen, host] : chosen.filter((one) => one !== host))
            }
          >
            {text('analytics.hosts.host', { host: host || text('analytics.hosts.none'), views })}
          </Checkbox>
        ))}
      </Flex>
    </Card>
  );
};
