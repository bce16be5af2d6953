import type { SilenceGroup } from '../consumption-api';
import { GRADES, UNMEASURED_REASONS, type Evidence, type Grade, type UnmeasuredReason } from './evidence';
import { silenceGroup, SILENCES, type Silence } from './silence';

/** All of a grade by which lists are filtered, as one number. */
export interface EvidenceState {
  readonly grade: Grade;
  readonly reason: UnmeasuredReason | null;
  readonly silence: Silence | null;
}

/** In filters: every grade of what could be judged. */
export const MEASURED = 'measured';
export const MEASURED_GRADES: readonly Grade[] = ['consumed', 'dormant', 'never-consumed'];

/** What a list can be asked for. */
export interface EvidenceQuery {
  readonly evidence?: Grade | typeof MEASURED | undefined;
  readonly evidenceReason?: UnmeasuredReason | undefined;
  readonly silence?: Silence | undefined;
}

/** Whether a list is asked for by evidence at all. */
export const asksForEvidence = ({ evidence, evidenceReason, silence }: EvidenceQuery): boolean =>
  [evidence, evidenceReason, silence].some((asked) => asked !== undefined);

/** The number of a grade in rows and lists. */
export const evidenceNo = (graded: Evidence, isKept: boolean): number => {
  const group: SilenceGroup | null = silenceGroup(graded);
  const place = group === null ? 0 : 1 + SILENCES.indexOf(isKept ? 'kept' : group);
  return noOf(graded.grade === 'unmeasured' ? graded.reason : graded.grade) * (1 + SILENCES.length) + place;
};

/** The state that a number stands for. */
export const evidenceState = (no: number): EvidenceState => STATES[no] ?? UNPUBLISHED;

/** The numbers that a query asks for; `null`: any. */
export const evidenceNos = (query: EvidenceQuery): readonly number[] | null => {
  if (!asksForEvidence(query)) return null;
  const { evidence, evidenceReason, silence } = query;
  return STATES.flatMap((state, no) => {
    const isAsked =
      (evidence === undefined || isOf(state.grade, evidence)) &&
      (evidenceReason === undefined || state.reason === evidenceReason) &&
      (silence === undefined || state.silence === silence);
    return isAsked ? [no] : [];
  });
};

const isOf = (grade: Grade, asked: NonNullable<EvidenceQuery['evidence']>): boolean =>
  asked === MEASURED ? MEASURED_GRADES.includes(grade) : grade === asked;

const UNPUBLISHED: EvidenceState = { grade: 'unpublished', reason: null, silence: null };

type Block = Exclude<Grade, 'unmeasured'> | UnmeasuredReason;

/** Grades, `unmeasured` by its reasons. Stored rows hold positions: what is new stands at the end. */
const BLOCKS = [
  'consumed',
  'dormant',
  'never-consumed',
  'too-new',
  'no-source',
  'interrupted',
  'url-unmapped',
  'below-cut-off',
  'unpublished',
  'address-changed',
] as const satisfies readonly Block[];

/** A block that is left out fails to compile. */
const noOf = (block: Block): number => BLOCKS.indexOf(block satisfies (typeof BLOCKS)[number]);

/** Every combination, also such as there are not, in a fixed order: rows hold positions in it. */
export const STATES: readonly EvidenceState[] = BLOCKS.flatMap((block) => {
  const reason = UNMEASURED_REASONS.find((one) => one === block) ?? null;
  const grade = GRADES.find((one) => one === block) ?? 'unmeasured';
  return [null, ...SILENCES].map((silence) => ({ grade, reason, silence }));
});
