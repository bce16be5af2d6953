/** The numbers by which content is judged. Ages are in days, months are calendar months of 30.44 days. */
export interface Policy {
  /** Content date or last edit within this many months is current, later is old. */
  readonly currentMonths: number;
  /** Warned from this many months on. */
  readonly staleMonths: number;
  /** A draft nobody touched for this many days counts as abandoned. */
  readonly untouchedDraftDays: number;
  /** Made for more personas or stages than this, an entry is shared, not dedicated. */
  readonly dedicatedLimit: number;
  /** Below this share of placed entries coverage is not judged yet. */
  readonly judgeFrom: number;
  /** So many counted views make an asset consumed. */
  readonly consumedViews: number;
  /** First published less than this many days ago, an entry is too new to judge. */
  readonly tooNewDays: number;
  /** Zero views ever over this many days is never consumed. */
  readonly neverDays: number;
  /** No view in this many days is dormant, and a view within them is consumption. */
  readonly dormantDays: number;
  /** Zero needs this share of its window's days measured. */
  readonly measuredShare: number;
  /** So many days after an import's period zero is still said of the days up to its end. */
  readonly importDays: number;
  /** Without a gap in so many last days, an entry short of measured days is being watched. */
  readonly watchedDays: number;
  /** A tracker measures a type once so many of its entries, or this share of them, were viewed on so many days. */
  readonly shownEntries: number;
  readonly shownShare: number;
  readonly shownDays: number;
  /** A tracker is silent after this many days without an event of a type; sooner where it had many a day. */
  readonly silentDays: number;
  readonly silentDaysBusy: number;
  readonly busyEvents: number;
  /** Above this share of visits that asked not to be counted, zero is called "no counted views". */
  readonly uncountedShare: number;
  /** Views of single days are kept for so long, then months. */
  readonly keepDays: number;
}

export const DEFAULT_POLICY: Policy = {
  currentMonths: 36,
  staleMonths: 12,
  untouchedDraftDays: 90,
  dedicatedLimit: 2,
  judgeFrom: 0.2,
  consumedViews: 1,
  tooNewDays: 30,
  neverDays: 90,
  dormantDays: 180,
  measuredShare: 0.95,
  importDays: 45,
  watchedDays: 7,
  shownEntries: 5,
  shownShare: 0.1,
  shownDays: 3,
  silentDays: 14,
  silentDaysBusy: 3,
  busyEvents: 20,
  uncountedShare: 0.2,
  keepDays: 400,
};
