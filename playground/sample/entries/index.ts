import type { SampleEntry } from '../types';
import { ARTICLES } from './articles';
import { ARTICLES_FOR_OPERATIONS } from './articles-operations';
import { CASE_STUDIES } from './case-studies';
import { GUIDES } from './guides';
import { LANDING_PAGES } from './landing-pages';
import { VIDEOS } from './videos';

export type SampleType = 'article' | 'case-study' | 'guide' | 'landing-page' | 'video';

/** The sample library, by content type. */
export const ENTRIES: Readonly<Record<SampleType, readonly SampleEntry[]>> = {
  article: [...ARTICLES_FOR_OPERATIONS, ...ARTICLES],
  'case-study': CASE_STUDIES,
  guide: GUIDES,
  'landing-page': LANDING_PAGES,
  video: VIDEOS,
};
