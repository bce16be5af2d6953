/** The CSV round trip (`POST /imports/tags`): bodies of the admin HTTP API. */
import type { DecisionKind } from './decision';
import type { OperationBody, PlacingExample } from './placing-api';
import type { Journey } from './vocabulary';

/** What a column of a sheet can mean. The first four find the entry, the next two tell several of one name apart. */
export const IMPORT_COLUMNS = [
  'document-id',
  'url',
  'slug',
  'title',
  'uid',
  'content-type',
  'personas',
  'stages',
  'persona-and-stage',
  'excluded',
  'decision',
  'merge-into',
  'decision-note',
  'decision-owner',
  'due',
] as const;
export type ImportColumn = (typeof IMPORT_COLUMNS)[number];

export const IMPORT_MODES = ['merge', 'replace'] as const;
/**
 * `merge`: entries that the sheet names become what their rows say, all others stay. `replace`: besides, entries of the
 * same content types that the sheet does not name lose their tags.
 */
export type ImportMode = (typeof IMPORT_MODES)[number];

/** The field of the form in which the file comes. */
export const IMPORT_FIELD = 'file';

/**
 * Query of POST /imports/tags. The file comes as a form's field `file`, or as the whole body. `answer=rejected.csv`
 * (with `dryRun`) answers the rejected rows as a CSV of their own columns and `Reason`.
 */
export interface ImportQuery {
  readonly dryRun?: 'true' | 'false';
  readonly mode?: ImportMode;
  /** Places what can be placed where some rows are rejected; otherwise all or nothing. */
  readonly validOnly?: 'true' | 'false';
  readonly answer?: 'summary' | 'rejected.csv';
  /** JSON of ImportOptions; in a form it may be the field `options` instead. */
  readonly options?: string;
}

/** What words of a sheet can be mapped to. */
export const IMPORT_SIDES = ['personas', 'stages', 'decisions'] as const;
export type ImportSide = (typeof IMPORT_SIDES)[number];

/** How to read the sheet where names alone do not tell. Left out: what was last applied to a sheet with these headers. */
export interface ImportOptions {
  /** By header; `null`: ignored. Headers not named here are recognised by their names. */
  readonly columns?: Readonly<Record<string, ImportColumn | null>>;
  readonly values?: {
    readonly personas?: Readonly<Record<string, PersonaChoice>>;
    readonly stages?: Readonly<Record<string, StageChoice>>;
    readonly decisions?: Readonly<Record<string, DecisionChoice>>;
  };
}

/** What a value of a sheet stands for: a key, a persona to be created (takes `settings`), or `null`: ignored. */
export type PersonaChoice = string | { readonly create: string } | null;
export type StageChoice = string | { readonly create: string; readonly journey: Journey } | null;

/** `none` takes a decision back; `null`: ignored. */
export type DecisionChoice = DecisionKind | 'none' | null;

/** ImportOptions with nothing left out. */
export interface ReadOptions {
  readonly columns: NonNullable<ImportOptions['columns']>;
  readonly values: Required<NonNullable<ImportOptions['values']>>;
}

/** Why something in a sheet cannot be imported. */
export interface ImportProblem {
  /** The row's first line in the file; the header is line 1. */
  readonly line: number;
  /** The header of the column it is about; `null`: the row as a whole. */
  readonly column: string | null;
  readonly value: string;
  /** A sentence. */
  readonly reason: string;
}

/** A column of the sheet as it was understood. */
export interface ImportHeader {
  readonly header: string;
  /** `null`: ignored. */
  readonly meaning: ImportColumn | null;
  /** Its first few values. */
  readonly examples: readonly string[];
}

/** A value that is not known yet, whose rows are rejected: create it, map it or ignore it by `options.values`. */
export interface UnknownValue {
  readonly value: string;
  readonly rows: number;
}

/**
 * A value that is no name here and yet was understood: "n/a", "1 - Awareness", "Consolidate". Say otherwise by
 * `options.values`; once applied it is remembered as if it had been said.
 */
export interface AssumedValue extends UnknownValue {
  /** The key of a persona or stage, what was decided (`none` takes it back), or `null`: it says nothing. */
  readonly means: string | null;
}

/** Entries, each once, however many rows they have. */
export interface ImportCounts {
  /** Rows of the sheet, without its header and empty lines. */
  readonly rows: number;
  /** Rows that cannot be imported. */
  readonly rejected: number;
  /** Entries that the sheet names and that were not placed before. */
  readonly created: number;
  /** Entries whose placement becomes another, or of which something else is decided. */
  readonly changed: number;
  readonly unchanged: number;
  /** Of those changed, entries that lose all their personas or all their stages because cells are blank. */
  readonly cleared: number;
  /** `replace`: entries that lose their tags because no row names them. */
  readonly removed: number;
  /** Tags. */
  readonly tagsAdded: number;
  readonly tagsRemoved: number;
  /** Entries of which another decision is taken, or none any more. */
  readonly decided: number;
  /** Of these, entries whose decision is taken back. */
  readonly undecided: number;
}

/** The headers of the answer when the sheet itself is refused for its columns: in the error's `details`. */
export interface ImportColumnsRefused {
  readonly field: 'columns';
  readonly columns: readonly ImportHeader[];
}

/** POST /imports/tags. Refused (400) because of rejected rows, the error's `details` holds the same as `import`. */
export interface ImportBody {
  readonly dryRun: boolean;
  readonly mode: ImportMode;
  readonly file: {
    readonly name: string | null;
    /** As the web names it: `utf-8`, `utf-16le`, `windows-1252`. */
    readonly encoding: string;
    readonly delimiter: ',' | ';' | '\t';
  };
  readonly columns: readonly ImportHeader[];
  /** What was said of columns and values, or else remembered: to be changed and sent back. */
  readonly options: ReadOptions;
  /** Whether columns or values were mapped as last time for a sheet with these headers. */
  readonly remembered: boolean;
  readonly counts: ImportCounts;
  /** The first few entries that change, before and after. */
  readonly examples: readonly PlacingExample[];
  /** At most 100 of each, most rows first. */
  readonly unknown: Readonly<Record<ImportSide, readonly UnknownValue[]>>;
  readonly assumed: Readonly<Record<ImportSide, readonly AssumedValue[]>>;
  /** The first 100, by line. */
  readonly problems: readonly ImportProblem[];
  /** What was done, to be undone there; `null` on a dry run and where nothing changed. */
  readonly operation: OperationBody | null;
}
