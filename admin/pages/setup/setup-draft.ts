import { PLUGIN_ID } from '../../../server/core/actions';
import type { ExclusionReason } from '../../../server/core/vocabulary';

export const SETUP_STEPS = ['types', 'personas', 'placing', 'preview'] as const;
export type SetupStep = (typeof SETUP_STEPS)[number];

/** Where entries go: stages and personas, either may be open, or no part of a journey. */
export interface Choice {
  readonly stages: readonly string[];
  readonly personas: readonly string[];
  readonly excluded: ExclusionReason | null;
}

/** What somebody decided about one content type; what is left out follows the suggestion. */
export interface TypeDraft {
  readonly choice?: Choice;
  /** The field whose values differ; `null`: none. */
  readonly by?: string | null;
  /** By the field and its value. */
  readonly values?: Readonly<Record<string, Choice>>;
}

/** What somebody decided in the first run so far: only that, so that a suggestion can still grow better underneath. */
export interface SetupDraft {
  readonly step: SetupStep;
  readonly audited: Readonly<Record<string, boolean>>;
  /** Names of new personas. */
  readonly typed: readonly string[];
  /** What still stands in the field: it counts too, so that nobody has to press Enter. */
  readonly typing: string;
  /** The field whose values are personas; `null`: none. */
  readonly source?: string | null;
  /** Values of it that are none. */
  readonly leftOut: readonly string[];
  readonly types: Readonly<Record<string, TypeDraft>>;
}

export const EMPTY_DRAFT: SetupDraft = { step: 'types', audited: {}, typed: [], typing: '', leftOut: [], types: {} };

const STORAGE_KEY = `${PLUGIN_ID}.setup`;
/** Raised when the shape changes: an older draft is then forgotten. */
const VERSION = 1;

/** The draft kept in this browser, so that the first run can be left and taken up again; `null`: none. */
export const keptDraft = (): SetupDraft | null => {
  try {
    const kept = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? 'null') as {
      version?: unknown;
      draft?: SetupDraft;
    } | null;
    return kept?.version === VERSION && kept.draft ? { ...EMPTY_DRAFT, ...kept.draft } : null;
  } catch {
    return null;
  }
};

/** Keeps the draft; a browser without storage only loses the way back. */
export const keepDraft = (draft: SetupDraft): void => {
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify({ version: VERSION, draft }));
  } catch {
    return;
  }
};

/** Names parted by commas or, when pasted, by lines; with those there are already, each once. */
export const namesWith = (typed: readonly string[], typing: string): readonly string[] =>
  [...new Set([...typed, ...typing.split(/[\n,;]/).map((name) => name.trim())])].filter(Boolean);

/** After *Apply*, or on starting over. */
export const forgetDraft = (): void => localStorage.removeItem(STORAGE_KEY);
