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
}

export const DEFAULT_POLICY: Policy = {
  currentMonths: 36,
  staleMonths: 12,
  untouchedDraftDays: 90,
  dedicatedLimit: 2,
  judgeFrom: 0.2,
};
