import type { EvidenceBody } from '../consumption-api';
import { DEFAULT_POLICY } from '../policy';
import { percentText } from '../share';
import type { UnmeasuredReason } from './evidence';

/** Why an entry has its grade, in one sentence or two for people who read a sheet; screens have words of their own. */
export const evidenceSentence = (body: EvidenceBody): string => [gradeSentence(body), ...asides(body)].join(' ');

const gradeSentence = (body: EvidenceBody): string => {
  const { grade, reason, views, measuredDays, windowDays, windowTo, lastViewed, judgeableFrom } = body;
  const days = windowTo === null ? `last ${windowDays} days` : `${windowDays} days up to ${windowTo}`;
  const measured = `${measuredDays} of the ${days} were measured`;
  switch (grade) {
    case 'consumed':
      return `Viewed ${times(views)}, last by ${lastViewed ?? ''}.`;
    case 'dormant':
      return `${noView(body)} lately, and ${measured}; ${times(views)} before, last by ${lastViewed ?? ''}.`;
    case 'never-consumed':
      return `${noView(body)} ever, and ${measured}.`;
    case 'too-new':
      return `Too new to judge before ${judgeableFrom ?? 'some days have passed'}: ${measured}.`;
    case 'unmeasured':
      return reason === 'interrupted' ? `Cannot be judged: only ${measured}.` : CAUSES[reason ?? 'no-source'];
    case 'unpublished':
      return 'Not published: nobody could view it.';
  }
};

const CAUSES = {
  'no-source': 'Cannot be judged: no analytics import and no tracker tells of its content type and language.',
  'url-unmapped': 'Cannot be judged: its URL is not known, or another entry has the same.',
  'below-cut-off': 'Cannot be judged: the analytics file is not complete and does not name it.',
} satisfies Record<Exclude<UnmeasuredReason, 'interrupted'>, string>;

/** Where many asked not to be counted, nobody can say that there was no view. */
const noView = ({ uncountedShare }: EvidenceBody): string =>
  uncountedShare !== null && uncountedShare > DEFAULT_POLICY.uncountedShare ? 'No counted view' : 'No view';

const asides = ({ grade, uncountedShare, delivered }: EvidenceBody): readonly string[] => {
  if (grade === 'unpublished' || grade === 'consumed') return [];
  return [
    ...(uncountedShare !== null && uncountedShare > 0
      ? [`${percentText(uncountedShare)} of visits to its content type asked not to be counted.`]
      : []),
    ...(grade === 'never-consumed' && delivered === false ? ['Not even the API sent it.'] : []),
  ];
};

const times = (views: number | null): string => (views === 1 ? 'once' : `${views ?? 0} times`);
