import { wholePercent } from '../../server/core/share';
import type { useText } from './text';

/** A share in the reader's language: "82%", "<1%", ">99%". */
export const shareText = (text: ReturnType<typeof useText>, part: number, whole: number): string => {
  const percent = wholePercent(whole === 0 ? 0 : part / whole);
  if (percent === 'least') return text('share.least');
  return percent === 'most' ? text('share.most') : text('share', { share: percent / 100 });
};
