import type { Policy } from '../policy';
import type { Day } from './day';
import { union, type Span } from './span';

/** What one tracker sent of one content type and locale on a day; `entries` distinct ones. */
export interface TrackerDay {
  readonly day: Day;
  readonly events: number;
  /** Of the events those whose page named the entry instead of its path alone. */
  readonly named: number;
  readonly entries: number;
}

export type TrackingPolicy = Pick<
  Policy,
  'shownEntries' | 'shownShare' | 'shownDays' | 'silentDays' | 'silentDaysBusy' | 'busyEvents'
>;

/**
 * The days on which a tracker would have seen a view of a type, so that none is a zero: from its first showing on, as
 * long as it does not fall silent, where its site sent anything at all. A redesign that loses the tag ends the measuring
 * instead of turning the library silent; one test hit begins none.
 */
export const trackerDays = (
  days: readonly TrackerDay[],
  siteDays: ReadonlySet<Day>,
  entriesOfType: number,
  policy: TrackingPolicy,
  today: Day
): readonly Span[] => {
  const sent = days.filter(({ events, day }) => events > 0 && day <= today).sort((a, b) => a.day - b.day);
  const needed = Math.max(1, Math.min(policy.shownEntries, Math.ceil(policy.shownShare * entriesOfType)));
  const measured: Span[] = [];
  for (const { run, isOpen } of withoutSilence(sent, policy, today)) {
    const shown = run.filter(({ entries }) => entries >= needed);
    const [first] = shown;
    const last = run.at(-1);
    if (first === undefined || last === undefined || shown.length < policy.shownDays) continue;
    const to = isOpen ? today : last.day;
    for (let day = first.day; day <= to; day += 1) if (siteDays.has(day)) measured.push({ from: day, to: day });
  }
  return union(measured);
};

/** Of days that a tracker measured those on which every page of the type named its entry; the same spans where all did. */
export const namedDays = (measured: readonly Span[], days: readonly TrackerDay[]): readonly Span[] => {
  const byPath = new Set(days.flatMap(({ day, events, named }) => (named < events ? day : [])));
  if (byPath.size === 0) return measured;
  return union(
    measured.flatMap(({ from, to }) =>
      Array.from({ length: to - from + 1 }, (_, at) => from + at).flatMap((day) =>
        byPath.has(day) ? [] : { from: day, to: day }
      )
    )
  );
};

interface Run {
  readonly run: readonly TrackerDay[];
  /** It has not fallen silent until today. */
  readonly isOpen: boolean;
}

/** Days with events, cut where the tracker fell silent. */
const withoutSilence = (sent: readonly TrackerDay[], policy: TrackingPolicy, today: Day): readonly Run[] => {
  const runs: Run[] = [];
  let run: TrackerDay[] = [];
  for (const [at, day] of sent.entries()) {
    run.push(day);
    // Today is not over: nobody has been silent on it.
    const next = sent[at + 1]?.day ?? today;
    if (next - day.day - 1 > silenceAfter(sent, at, policy)) {
      runs.push({ run, isOpen: false });
      run = [];
    }
  }
  return run.length === 0 ? runs : [...runs, { run, isOpen: true }];
};

/** The mean of so many days tells how soon silence is noticed. */
const MEAN_DAYS = 14;

const silenceAfter = (sent: readonly TrackerDay[], at: number, policy: TrackingPolicy): number => {
  const last = sent[at]?.day ?? 0;
  let events = 0;
  for (let before = at; before >= 0; before -= 1) {
    const one = sent[before];
    if (one === undefined || one.day <= last - MEAN_DAYS) break;
    events += one.events;
  }
  return events / MEAN_DAYS >= policy.busyEvents ? policy.silentDaysBusy : policy.silentDays;
};
