import { pathOf } from '../import/url';

/** A version as an audit knows it. */
interface Addressed {
  readonly path: string | null;
  readonly isPublished: boolean;
}

/**
 * The path that a version had for readers and has no longer, between two audits; `null`: none. What nobody could read
 * had no address: a draft's slug is anything until it is published.
 */
export const formerPath = (before: Addressed | undefined, now: Addressed): string | null => {
  if (before === undefined || before.path === null || !before.isPublished) return null;
  // As of nearly all, each time.
  if (now.isPublished && now.path === before.path) return null;
  const path = pathOf(before.path);
  return now.isPublished && now.path !== null && pathOf(now.path) === path ? null : path;
};
