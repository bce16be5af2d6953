/** A sheet is read by people: our codes stand in no cell but in those that the README keeps for scripts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  COUNTED,
  DEMANDS,
  OPEN_REASONS,
  OWNER_STATES,
  PLACEMENTS,
  type CoverageBody,
  type ExportName,
  type InventoryRow,
} from '../../../server/core/api';
import { FINDING_KEYS } from '../../../server/core/audit/findings';
import { SOURCE_KINDS, type FileRow } from '../../../server/core/consumption-api';
import { DECISION_KINDS } from '../../../server/core/decision';
import { GRADES, UNMEASURED_REASONS } from '../../../server/core/evidence/evidence';
import { SILENCES } from '../../../server/core/evidence/silence';
import type { Column } from '../../../server/core/exports/column';
import { consumptionColumns } from '../../../server/core/exports/consumption';
import { coverageColumns, coverageRows } from '../../../server/core/exports/coverage';
import { filesColumns } from '../../../server/core/exports/files';
import { inventoryColumns } from '../../../server/core/exports/inventory';
import { namesOf } from '../../../server/core/exports/names';
import { neverConsumedColumns } from '../../../server/core/exports/never-consumed';
import { pairColumns, tagsColumns, tagsRows } from '../../../server/core/exports/tags';
import { MEASURED_BY } from '../../../server/core/files/seen-through';
import { USAGES } from '../../../server/core/files/uses';
import { readExclusion } from '../../../server/core/import/exclusion';
import { createDecisionReader } from '../../../server/core/import/decision-cells';
import {
  EVERYONE,
  EXCLUSION_REASONS,
  JOURNEYS,
  NOT_SET,
  PRIORITIES,
  STATUSES,
  TAG_ORIGINS,
  VERDICTS,
} from '../../../server/core/vocabulary';
import {
  anEvidence,
  anInventoryRow,
  aPersona,
  aStage,
  someAxes,
  UNMEASURED,
  UNMEASURED_CELL,
} from '../../support/builders';

const SCOPES = ['dedicated', 'shared'] as const;
const AGES = ['current', 'old'] as const;

const CODES: ReadonlySet<string> = new Set([
  ...[COUNTED, DEMANDS, OPEN_REASONS, OWNER_STATES, PLACEMENTS, SCOPES, AGES].flat(),
  ...[FINDING_KEYS, SOURCE_KINDS, DECISION_KINDS, GRADES, UNMEASURED_REASONS, SILENCES, MEASURED_BY, USAGES].flat(),
  ...[[EVERYONE, NOT_SET], EXCLUSION_REASONS, JOURNEYS, PRIORITIES, STATUSES, TAG_ORIGINS, VERDICTS].flat(),
]);

/** As many rows as the longest enumeration has values: each value stands in one of them. */
const ROWS = 12;
const at = <T>(values: readonly [T, ...T[]] | readonly T[], row: number): T => {
  const value = values[row % values.length];
  if (value === undefined) throw new Error('an enumeration without values');
  return value;
};
const each = <T>(make: (row: number) => T): readonly T[] => Array.from({ length: ROWS }, (_, row) => make(row));

const axes = someAxes({
  personas: [aPersona('finance', { name: 'Finance lead' })],
  stages: [aStage('decision', 'buyer', { name: 'Decision' }), aStage('adoption', 'customer', { name: 'Adoption' })],
});
const names = namesOf(axes, '2026-06-15T12:00:00.000Z', '/admin');

const evidenceAt = (row: number) =>
  anEvidence({
    grade: at(GRADES, row),
    reason: at(GRADES, row) === 'unmeasured' ? at(UNMEASURED_REASONS, Math.floor(row / GRADES.length)) : null,
    uncountedShare: 0.3,
  });

const entries: readonly InventoryRow[] = each((row) =>
  anInventoryRow({
    status: at(STATUSES, row),
    current: at([true, false], row),
    placement: at(PLACEMENTS, row),
    openReason: at(OPEN_REASONS, row),
    scope: at([...SCOPES, null], row),
    tags: [
      {
        persona: at(['finance', EVERYONE], row),
        stage: 'decision',
        journey: at(JOURNEYS, row),
        origin: at(TAG_ORIGINS, row),
      },
      { persona: null, stage: 'adoption', journey: at(JOURNEYS, row + 1), origin: at(TAG_ORIGINS, row + 1) },
    ],
    excluded: at([...EXCLUSION_REASONS, null], row),
    ownerState: at(OWNER_STATES, row),
    findings: [at(FINDING_KEYS, row)],
    decision: { kind: at(DECISION_KINDS, row), mergeInto: null, note: '', owner: '', due: null },
    evidence: evidenceAt(row),
    silence: at(SILENCES, row),
  })
);

const cells = each((row) => ({
  ...{ persona: 'finance', journey: at(JOURNEYS, row), stage: at(['decision', 'adoption'], row) },
  ...{ current: 3, old: 1, everyone: 2, sharedOnly: false, target: 2, rank: null, notNeeded: null },
  ...UNMEASURED_CELL,
  verdict: at(VERDICTS, row),
  demand: at(DEMANDS, row),
}));
const coverage: Pick<CoverageBody, 'cells' | 'everyone' | 'notSet' | 'stages'> = {
  stages: axes.stages,
  cells,
  everyone: [{ stage: 'decision', current: 2, old: 0, ...UNMEASURED }],
  notSet: {
    persona: [{ stage: 'adoption', current: 1, old: 0, ...UNMEASURED }],
    stage: [{ persona: 'finance', current: 0, old: 1, ...UNMEASURED }],
  },
};

const files: readonly FileRow[] = each((row) => ({
  ...{ documentId: 'f1', id: 1, name: 'prices.pdf', url: '/uploads/prices.pdf', mime: 'application/pdf', ext: '.pdf' },
  ...{ size: 10, createdAt: '2026-01-01T00:00:00.000Z', uses: [], usedBy: 1, duplicates: null },
  usage: at(USAGES, row),
  measuredBy: at(MEASURED_BY, row),
  evidence: evidenceAt(row),
  hidesCounts: at([false, false, false, false, false, true], row),
}));

interface Sheet {
  readonly headers: readonly string[];
  /** Header and cell, of each row. */
  readonly cells: readonly (readonly [string, string | number])[];
  readonly forScripts: readonly string[];
}

const sheet = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): Sheet => ({
  headers: columns.map(({ header }) => header),
  cells: columns
    .filter(({ isForScripts }) => !isForScripts)
    .flatMap(({ header, cell }) => rows.map((row): readonly [string, string | number] => [header, cell(row)])),
  forScripts: columns.flatMap(({ header, isForScripts }) => (isForScripts ? header : [])),
});

const EXPORTED = {
  'coverage.csv': COUNTED.map((counted) =>
    sheet(coverageColumns(names, counted, { from: null, to: null }), coverageRows(coverage as CoverageBody))
  ),
  'inventory.csv': [sheet(inventoryColumns(names), entries)],
  'never-consumed.csv': [sheet(neverConsumedColumns(names), entries)],
  'consumption.csv': [
    sheet(
      consumptionColumns(names),
      entries.map((entry, row) => ({
        ...{ entry, source: 'www.example.com', from: '2026-01-01', to: '2026-01-31', views: 3 },
        isRepeated: at([true, false], row),
      }))
    ),
  ],
  'tags.csv': [
    sheet(tagsColumns(names), entries.flatMap(tagsRows)),
    sheet(
      pairColumns,
      entries.flatMap((entry) => entry.tags.map((tag) => ({ ...tag, entry })))
    ),
  ],
  'files.csv': [sheet(filesColumns(names.auditedAt), files)],
} satisfies Record<ExportName, readonly Sheet[]>;

const SHEETS = Object.entries(EXPORTED).flatMap(([name, sheets]) => sheets.map((one) => ({ name, ...one })));

test.each(SHEETS)('$name says in words what is for people', ({ cells: all }) => {
  const coded = all.filter(([, cell]) =>
    String(cell)
      .split('; ')
      .some((part) => CODES.has(part))
  );
  expect(coded).toEqual([]);
});

test.each(SHEETS)('what $name keeps for scripts is named so in the README', ({ headers, forScripts }) => {
  const readme = readFileSync(join(__dirname, '../../../README.md'), 'utf8');
  const [, named = ''] = /For scripts are ([^.]*(?:\.csv[^.]*)*)\./.exec(readme) ?? [];
  // A sheet all of which is for scripts is named as a whole.
  if (forScripts.length === headers.length) expect(named).toContain('`tags.csv?shape=pairs`');
  else for (const header of forScripts) expect(named).toContain(`_${header}_`);
});

test('imports read the words of decisions and exclusions back', () => {
  const word = (header: string) =>
    EXPORTED['tags.csv'][0]?.cells.flatMap(([name, cell]) => (name === header && cell !== '' ? String(cell) : [])) ??
    [];
  expect(new Set(word('Not part of a journey').map(readExclusion))).toEqual(new Set(EXCLUSION_REASONS));
  const read = createDecisionReader({ meanings: ['decision'], isListing: false, isStageFirst: false });
  expect(new Set(word('Decision').map((cell) => read?.([cell]).said.kind))).toEqual(new Set(DECISION_KINDS));
});
