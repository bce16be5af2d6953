import type { Core } from '@strapi/strapi';
import { actionUid } from '../../core/actions';
import type { ImportColumnsRefused, ImportMode, ImportOptions, ReadOptions } from '../../core/import-api';
import { missingColumns, placesEntries, recogniseColumns, type ColumnMap } from '../../core/import/columns';
import { invalid, Refusal } from '../../core/refusal';
import { EVERYONE } from '../../core/vocabulary';
import type { SessionAbility, SessionUser } from '../../http/session';
import { readVocabulary } from '../../stores/vocabulary';
import { headersOf } from './body';
import type { Bytes } from './bytes';
import { readChoices, type Choices, type Creations } from './choices';
import { createEntryFinder } from './find-entries';
import { completeOptions, createMappingMemory } from './remembered';
import { openSheet, type Sheet } from './sheet';
import { showExamples, stage, type Staged } from './staging';

/** A file to be imported. */
export interface ImportRequest extends SessionUser {
  readonly bytes: Bytes;
  readonly name: string | null;
  readonly options: ImportOptions;
  readonly mode: ImportMode;
  readonly validOnly: boolean;
  /** The client has gone: nothing more is read, what is not committed is undone. */
  readonly signal: AbortSignal;
}

/** A file as it was understood. */
export interface Reading {
  readonly sheet: Sheet;
  readonly columns: ColumnMap;
  readonly options: ReadOptions;
  readonly isRemembered: boolean;
  readonly choices: Choices;
  readonly staged: Staged;
}

/** Reads a file and finds its entries; writes nothing. */
export const readImport = async (strapi: Core.Strapi, request: ImportRequest): Promise<Reading> => {
  const sheet = await openSheet(request.bytes, request.signal);
  const { personas, stages } = await readVocabulary(strapi);
  const last = await createMappingMemory(strapi).recall(sheet.headers);
  const { options, isRemembered } = completeOptions(request.options, last, {
    personas: new Set([EVERYONE, ...personas.map(({ key }) => key)]),
    stages: new Set(stages.map(({ key }) => key)),
  });
  const columns = recogniseColumns(sheet.headers, options.columns);
  const missing = missingColumns(columns, sheet.headers);
  if (missing !== null) {
    const details = { columns: headersOf(sheet, columns, await firstExamples(sheet)) };
    throw invalid('columns', missing, details satisfies Omit<ImportColumnsRefused, 'field'>);
  }
  // Who sends decisions alone does not mean that all other entries have no place any more.
  if (request.mode === 'replace' && !placesEntries(columns)) {
    throw invalid('mode', '`mode`: `replace` takes a column of personas, stages or "Not part of a journey".');
  }
  const choices = readChoices(options.values, personas, stages);
  requireSettings(choices.creations, request.ability);
  const finder = await createEntryFinder(strapi, request.ability);
  return {
    sheet,
    columns,
    options,
    isRemembered,
    choices,
    staged: await stage(strapi, sheet, columns, choices.lexicons, finder),
  };
};

/** Personas and stages are created by those who may in Settings. */
const requireSettings = ({ personas, stages }: Creations, ability: SessionAbility): void => {
  const [first] = [...personas, ...stages];
  if (first === undefined || ability.can(actionUid('settings'))) return;
  throw new Refusal(
    'forbidden',
    `\`values\`: you may not create "${first.name}": that takes the permission \`settings\`.`,
    {
      field: 'values',
    }
  );
};

const EXAMPLE_ROWS = 100;

const firstExamples = async (sheet: Sheet): Promise<readonly (readonly string[])[]> => {
  const examples = sheet.headers.map((): string[] => []);
  let rows = 0;
  for await (const batch of sheet.batches()) {
    for (const row of batch) showExamples(examples, row);
    rows += batch.length;
    if (rows >= EXAMPLE_ROWS) break;
  }
  return examples;
};
