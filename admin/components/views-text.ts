import type { useText } from './text';

/** "12 views", or "at least 12 views" where some are not known. */
export const viewsText = (
  text: ReturnType<typeof useText>,
  { views, isPartial = false }: { readonly views: number | null; readonly isPartial?: boolean }
): string =>
  views === null ? text('grade.unmeasured') : text(isPartial ? 'entry.views.atLeast' : 'entry.views', { views });
