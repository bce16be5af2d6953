import { useNeverConsumed } from '../../api/consumption';
import { useText } from '../../components/text';
import { silenceLink, unjudged } from '../never-consumed/silence-url';
import type { Fact } from './Glance';

/** What nobody has viewed and what cannot be judged; nothing before anything was measured. */
export const useSilenceFacts = (): readonly Fact[] => {
  const text = useText();
  const { data: summary } = useNeverConsumed();
  if (!summary || summary.measured === 0) return [];
  return [
    {
      words: text('nav.neverConsumed'),
      entries: summary.neverConsumed,
      share: text('glance.ofMeasured', { measured: summary.measured }),
      to: silenceLink('never-viewed'),
    },
    { words: text('grade.unmeasured'), entries: unjudged(summary), share: '', to: silenceLink('cannot-judge') },
  ].filter(({ entries }) => entries > 0);
};
