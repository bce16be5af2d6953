import type { Usage } from '../../../server/core/files/uses';
import type { TextKey } from '../../components/text';

/** Where a file is used, in words. */
export const USAGE_TEXT = {
  published: 'usage.published',
  draft: 'usage.draft',
  unreferenced: 'usage.unreferenced',
} as const satisfies Record<Usage, TextKey>;
