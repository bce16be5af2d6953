import type { RuleFieldChoice, RuleValue } from '../../../server/core/rules-api';
import type { Persona, Stage } from '../../../server/core/vocabulary';
import type { SetupDraft } from './setup-draft';

/** A content type of the host as the first run shows it. */
export interface SetupType {
  readonly uid: string;
  readonly displayName: string;
  readonly kind: 'collectionType' | 'singleType';
  /** `null`: not counted yet. */
  readonly entries: number | null;
  /** As the server has it now. */
  readonly audited: boolean;
}

/** A field by whose values entries can be told apart. */
export type SetupField = Pick<RuleFieldChoice, 'field' | 'kind' | 'operator'>;

/** What the server knows and the first run builds upon; nothing retired. */
export interface SetupFacts {
  readonly types: readonly SetupType[];
  readonly stages: readonly Stage[];
  readonly personas: readonly Persona[];
  /** By type; missing while still asked for. */
  readonly fields: ReadonlyMap<string, readonly SetupField[]>;
  /** By type and field, see `valuesKey`. */
  readonly values: ReadonlyMap<string, readonly RuleValue[]>;
}

/** A field of a type whose values are needed. */
export interface FieldRef {
  readonly uid: string;
  readonly field: string;
}

/** How entries that share a value of a field are found. */
export const operatorOf = (fields: readonly SetupField[], name: string): SetupField['operator'] =>
  fields.find(({ field }) => field === name)?.operator ?? 'is';

export const valuesKey = ({ uid, field }: FieldRef): string => `${uid} ${field}`;

/** Types under audit once applied. */
export const auditedTypes = (draft: SetupDraft, { types }: Pick<SetupFacts, 'types'>): readonly SetupType[] =>
  types.filter(({ uid, audited }) => draft.audited[uid] ?? audited);
