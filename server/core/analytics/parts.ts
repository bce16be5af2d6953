import { shown } from '../import/words';
import { invalid } from '../refusal';
import type { createAnalyticsReader, Recognised } from './reader';
import { whyUnknown } from './why-unknown';

/** A file of an archive, whose first rows have been looked at. */
export interface LookedAt {
  readonly name: string;
  readonly reader: ReturnType<typeof createAnalyticsReader>;
}

/**
 * Which files of an archive are read: the one that tells of page views, by what it holds. Logs of several days belong
 * together; other files that tell the same views twice are refused.
 */
export const chooseParts = <Part extends LookedAt>(parts: readonly Part[]): readonly Part[] => {
  const found = parts.flatMap((part) => {
    const recognised = part.reader.recognised();
    return recognised === null ? [] : [{ part, recognised }];
  });
  if (found.length === 0) throw whyUnknown(parts.map(({ reader }) => reader.first()));
  if (found.length > 1 && !areOneLog(found.map(({ recognised }) => recognised))) {
    const names = found.slice(0, NAMED).map(({ part }) => `"${shown(part.name)}"`);
    throw invalid('file', `\`file\`: the archive holds several files of page views (${names.join(', ')}): send one of them by itself.`); // prettier-ignore
  }
  return found.map(({ part }) => part);
};

const NAMED = 5;

const areOneLog = (all: readonly Recognised[]): boolean =>
  all.every(({ report, isByHit }) => isByHit && report === all[0]?.report);
