import { Typography } from '@strapi/design-system';
import type { MeasurementBody } from '../../../server/core/consumption-api';
import { Card } from '../../components/Card';
import { useText } from '../../components/text';
import { CodeToCopy } from './CodeToCopy';
import { LiveCheck } from './LiveCheck';

/** What switches the beacon on, in the host's `config/plugins`. */
const SWITCH_ON = `'content-strategy': {
  config: {
    consumption: {
      beacon: true,
      origins: ['https://www.example.com'],
    },
  },
},`;

/** The tracker: how to switch it on, what to put into the website, and whether anything arrives. */
export const Tracker = ({ beacon }: Pick<MeasurementBody, 'beacon'>) => {
  const text = useText();
  const { enabled, snippet, origins } = beacon;
  if (!enabled || snippet === null) {
    return (
      <Card title={text('tracker.title')}>
        <Typography tag="p" textColor="neutral700" paddingBottom={3}>
          {text('tracker.off')}
        </Typography>
        <CodeToCopy label={text('tracker.off.code')}>{SWITCH_ON}</CodeToCopy>
      </Card>
    );
  }
  return (
    <Card title={text('tracker.title')}>
      <Typography tag="p" textColor="neutral700" paddingBottom={3}>
        {text('tracker.on')}
      </Typography>
      <CodeToCopy label={text('tracker.snippet')}>{snippet}</CodeToCopy>
      <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={2} paddingBottom={3}>
        {origins.length === 0 ? text('tracker.origins.any') : text('tracker.origins', { origins: origins.join(', ') })}
      </Typography>
      <LiveCheck />
    </Card>
  );
};
