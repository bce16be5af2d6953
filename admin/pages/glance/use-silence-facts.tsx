import type { ReactNode } from 'react';
import { MEASURED } from '../../../server/core/evidence/state';
import { useNeverConsumed } from '../../api/consumption';
import { inventoryLink } from '../../components/entry-links';
import { Message, useText } from '../../components/text';
import { TextLink } from '../../components/TextLink';
import { silenceLink, unjudged } from '../never-consumed/silence-url';
import type { Fact } from './Glance';

/** What nobody has viewed and what cannot be judged; nothing before anything was measured. */
export const useSilenceFacts = (): readonly Fact[] => {
  const text = useText();
  const { data: summary } = useNeverConsumed();
  if (!summary || summary.measured === 0) return [];
  const link = (chunks: ReactNode[]) => (
    <TextLink to={inventoryLink({ evidence: MEASURED, counted: 'published' })}>{chunks}</TextLink>
  );
  return [
    {
      words: text('nav.neverConsumed'),
      entries: summary.neverConsumed,
      share: <Message id="glance.ofMeasured" values={{ measured: summary.measured, link }} />,
      to: silenceLink('never-viewed'),
    },
    { words: text('silence.cannotJudge'), entries: unjudged(summary), share: '', to: silenceLink('cannot-judge') },
  ].filter(({ entries }) => entries > 0);
};
