import { createHash } from 'node:crypto';

const DAY = 86_400_000;
const MONTH = 30.44 * DAY;

/** A number below `limit` that is always the same for the same text. */
export const pick = (text: string, limit: number): number =>
  createHash('sha256').update(text).digest().readUInt32BE(0) % limit;

export interface EntryDays {
  readonly created: Date;
  /** When the published version was published; never after the last edit. */
  readonly published: Date;
  readonly edited: Date;
}

/** When an entry was made and last edited, counted back from `today` and always the same for the same entry and day. */
export const daysOf = (
  entry: { readonly slug: string; readonly created: number; readonly edited: number; readonly state?: string },
  today: Date
): EntryDays => {
  const created = monthsBefore(entry.created, `${entry.slug} created`, today);
  const known = entry.edited === entry.created ? later(created, 2 / 24) : monthsBefore(entry.edited, entry.slug, today);
  const edited = known < created ? later(created, 2 / 24) : known;
  const published = entry.state === 'modified' ? latest(later(edited, -45), later(created, 1 / 24)) : edited;
  return { created, published, edited };
};

/** Some days after, or before. */
export const later = (date: Date, days: number): Date => new Date(date.getTime() + days * DAY);

/** A working hour, up to 25 days before the month asked for. */
const monthsBefore = (months: number, seed: string, today: Date): Date => {
  const midnight = Math.floor(today.getTime() / DAY) * DAY;
  const day = Math.floor((midnight - months * MONTH) / DAY) - 1 - pick(seed, 25);
  return new Date(day * DAY + (8 * 60 + pick(`${seed} minute`, 9 * 60)) * 60_000);
};

const latest = (one: Date, other: Date): Date => (one > other ? one : other);
