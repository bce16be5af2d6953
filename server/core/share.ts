/** 100 % is all of them and 0 % none: what is only nearly so is less than one percent, or more than 99. */
export type WholePercent = number | 'least' | 'most';

/** A share of 0 to 1 as the nearest whole percentage; every share that people read passes here. */
export const wholePercent = (share: number): WholePercent => {
  if (share > 0 && share < 0.01) return 'least';
  return share < 1 && share > 0.99 ? 'most' : Math.round(share * 100);
};

/** In English, where the server writes sentences. */
export const percentText = (share: number): string => {
  const percent = wholePercent(share);
  if (percent === 'least') return '<1 %';
  return percent === 'most' ? '>99 %' : `${percent} %`;
};

/** How far something is that goes up to a whole, for a bar: 0 to 100. It is full when all is done, not when nearly all is. */
export const progressPercent = (done: number, whole: number): number => {
  const percent = wholePercent(whole === 0 ? 0 : Math.min(1, done / whole));
  if (percent === 'least') return 0;
  return percent === 'most' ? 99 : percent;
};
