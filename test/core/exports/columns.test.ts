/** The documented columns: scripts and spreadsheets rely on names and order, so new ones are only ever appended. */
import type { CoverageBody } from '../../../server/core/api';
import type { Column } from '../../../server/core/exports/column';
import { coverageColumns, coverageRows } from '../../../server/core/exports/coverage';
import { evidenceColumns } from '../../../server/core/exports/evidence';
import { inventoryColumns } from '../../../server/core/exports/inventory';
import { namesOf } from '../../../server/core/exports/names';
import { neverConsumedColumns } from '../../../server/core/exports/never-consumed';
import { pairColumns, tagsColumns, tagsRows } from '../../../server/core/exports/tags';
import {
  anEvidence,
  anInventoryRow,
  aPersona,
  aStage,
  someAxes,
  someTags,
  UNMEASURED_CELL,
  UNMEASURED,
} from '../../support/builders';

const axes = someAxes({
  personas: [aPersona('finance', { name: 'Finance lead' }), aPersona('ops', { name: 'Ops' })],
  stages: [aStage('decision', 'buyer', { name: 'Decision' }), aStage('adoption', 'customer', { name: 'Adoption' })],
});
const names = namesOf(axes, '2026-06-15T12:00:00.000Z', 'https://cms.example.com/admin');

const headers = <Row>(columns: readonly Column<Row>[]) => columns.map(({ header }) => header);
const cells = <Row>(columns: readonly Column<Row>[], row: Row) => columns.map(({ cell }) => cell(row));
const record = <Row>(columns: readonly Column<Row>[], row: Row): Readonly<Record<string, string | number>> =>
  Object.fromEntries(columns.map(({ header, cell }) => [header, cell(row)]));
const tagged = (pairs: string) => someTags(pairs).map((tag) => ({ ...tag, journey: journeyOf(tag.stage) }));
const journeyOf = (stage: string | null) => axes.stages.find(({ key }) => key === stage)?.journey ?? null;

const NO_DAYS = { from: null, to: null };

test('coverage.csv', () => {
  expect(headers(coverageColumns(names, 'published', NO_DAYS))).toEqual([
    'Persona',
    'Journey',
    'Stage',
    'Entries',
    'Old',
    'For everyone',
    'Target',
    'Verdict',
    'Not needed',
    'Counted',
    'Persona key',
    'Stage key',
    'Audited at',
    'Views',
    'Views from',
    'Views to',
    'At least',
  ]);
});

test('inventory.csv', () => {
  expect(headers(inventoryColumns(names))).toEqual([
    'Title',
    'URL',
    'Content type',
    'Locales',
    'Status',
    'Scope',
    'Personas',
    'Journeys',
    'Stages',
    'Tagged by',
    'Owner',
    'Created',
    'Content date',
    'Last edited',
    'Expires',
    'Age',
    'Not part of a journey',
    'Findings',
    'Decision',
    'Decision note',
    'Due',
    'Decision owner',
    'Merge into',
    'Edit URL',
    'Document ID',
    'UID',
    'Audited at',
    'First published',
    'Evidence',
    'Reason',
    'Views',
    'Views from',
    'Views to',
    'Measured days',
    'Last viewed',
    'Source',
    'Days not measured',
  ]);
});

test('never-consumed.csv', () => {
  expect(headers(neverConsumedColumns(names))).toEqual([
    'Title',
    'URL',
    'Content type',
    'Locales',
    'Group',
    ...headers(evidenceColumns),
    'Judgeable from',
    'Personas',
    'Stages',
    'Owner',
    'Last edited',
    'Decision',
    'Decision note',
    'Due',
    'Decision owner',
    'Merge into',
    'Edit URL',
    'Document ID',
    'UID',
    'Audited at',
    'Days not measured',
  ]);
});

test('tags.csv', () => {
  expect(headers(tagsColumns(names))).toEqual([
    'Title',
    'URL',
    'Content type',
    'Personas',
    'Stages',
    'Not part of a journey',
    'Decision',
    'Decision note',
    'Due',
    'Decision owner',
    'Merge into',
    'Tagged by',
    'Edit URL',
    'Document ID',
    'UID',
  ]);
  expect(headers(pairColumns)).toEqual(['UID', 'Document ID', 'Persona', 'Journey', 'Stage', 'Origin']);
});

test('the columns stand in the order of the product sheet, where it names them', () => {
  const sheet =
    'Title,URL,Content type,Locales,Status,Scope,Personas,Journeys,Stages,Tagged by,Owner,Team,First published,' +
    'Content date,Last edited,Evidence,Reason,Views,Views from,Views to,Measured days,Last viewed,Source,Findings,' +
    'Decision,Decision note,Due,Edit URL,Document ID,UID,Audited at';
  const named = sheet.split(',');
  const all = headers(inventoryColumns(names));
  // What came later was appended, in the sheet's order too.
  const later = all.indexOf('First published');
  for (const some of [all.slice(0, later), all.slice(later)]) {
    const present = some.filter((header) => named.includes(header));
    expect(present).toEqual(named.filter((header) => present.includes(header)));
  }
});

describe('a row of inventory.csv', () => {
  test('names, dates and lists', () => {
    const row = anInventoryRow({
      tags: [
        ...tagged('finance.decision finance.adoption ops.-'),
        { persona: 'everyone', stage: 'decision', journey: 'buyer', origin: 'rule' },
      ],
      contentDate: '2026-01-02T00:00:00.000Z',
      ageBy: 'dated',
      expiresAt: '2027-01-01T00:00:00.000Z',
      current: false,
      findings: ['stale', 'old'],
      decision: {
        kind: 'merge',
        mergeInto: { uid: 'api::guide.guide', documentId: 'doc2', title: 'Prices' },
        note: 'Says the same',
        owner: 'Dana',
        due: '2026-12-31',
      },
    });
    expect(cells(inventoryColumns(names), row)).toEqual([
      'Pricing',
      '/pricing',
      'Article',
      'en; de',
      'Published',
      'Written specifically',
      'Finance lead; Ops; Everyone',
      'Buyer; Customer',
      'Decision; Adoption',
      'Person; Rule',
      'Ann Lee',
      '2026-03-07T12:00:00.000Z',
      '2026-01-02T00:00:00.000Z',
      '2026-06-14T12:00:00.000Z',
      '2027-01-01T00:00:00.000Z',
      'Old',
      '',
      'Dated more than a year ago; Dated more than three years ago',
      'Merge',
      'Says the same',
      '2026-12-31',
      'Dana',
      'doc2',
      'https://cms.example.com/admin/content-manager/collection-types/api::article.article/doc1',
      'doc1',
      'api::article.article',
      '2026-06-15T12:00:00.000Z',
      '2026-03-07',
      'Not measured',
      'Cannot be judged: no analytics import and no tracker tells of its content type and language.',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
    ]);
  });

  test('how we know', () => {
    const evidence = anEvidence({
      grade: 'dormant',
      reason: null,
      views: 12,
      viewsFrom: '2025-01-01',
      viewsTo: '2026-06-14',
      measuredDays: 175,
      windowDays: 180,
      lastViewed: '2025-11-02',
      sources: ['www.example.com', 'ga4.csv'],
      uncountedShare: 0.34,
    });
    expect(cells(evidenceColumns, anInventoryRow({ evidence })).slice(1)).toEqual([
      'Not lately',
      'No counted view lately, and 175 of the last 180 days were measured; 12 times before, last by 2025-11-02. ' +
        '34 % of visits to its content type asked not to be counted.',
      12,
      '2025-01-01',
      '2026-06-14',
      175,
      '2025-11-02',
      'www.example.com; ga4.csv',
    ]);
    const zero = anEvidence({ grade: 'never-consumed', reason: null, views: 0, measuredDays: 90 });
    expect(cells(evidenceColumns, anInventoryRow({ evidence: zero }))[3]).toBe(0);
  });

  test('what is not known is blank', () => {
    const row = anInventoryRow({
      path: null,
      owner: null,
      ownerState: null,
      locales: [],
      tags: [],
      placement: 'to-place',
      openReason: 'no-tags',
      scope: null,
    });
    const { URL, Owner, Locales, Personas, Stages, Expires, Scope } = record(inventoryColumns(names), row);
    expect([URL, Owner, Locales, Personas, Stages, Expires, Scope]).toEqual(['', '', '', '', '', '', 'To place']);
    const excluded = anInventoryRow({ placement: 'excluded', excluded: 'legal', scope: null, tags: [] });
    expect(record(inventoryColumns(names), excluded)).toMatchObject({
      Scope: 'Not part of a journey',
      'Not part of a journey': 'Legal',
    });
  });

  test('one version: its own locale, its own page', () => {
    expect(record(inventoryColumns(names), anInventoryRow({ locale: 'de' }))).toMatchObject({
      Locales: 'de',
      'Edit URL':
        'https://cms.example.com/admin/content-manager/collection-types/api::article.article/doc1?plugins[i18n][locale]=de',
    });
  });

  test('a single type has a page of its own', () => {
    const row = anInventoryRow({ uid: 'api::home.home', kind: 'singleType' });
    expect(record(inventoryColumns(names), row)['Edit URL']).toBe(
      'https://cms.example.com/admin/content-manager/single-types/api::home.home'
    );
  });
});

test('keys that the audit did not know stand for themselves', () => {
  expect([names.persona('gone'), names.stage('gone')]).toEqual(['gone', 'gone']);
});

describe('rows of tags.csv', () => {
  const rowsOf = (pairs: string) =>
    tagsRows(anInventoryRow({ tags: tagged(pairs) })).map((row) => {
      const { Title, Personas, Stages } = record(tagsColumns(names), row);
      return [Title, Personas, Stages];
    });

  test('one for an entry, several where one cannot express its pairs, one to fill in without tags', () => {
    expect(rowsOf('finance.decision finance.adoption ops.decision ops.adoption')).toEqual([
      ['Pricing', 'Finance lead; Ops', 'Adoption; Decision'],
    ]);
    expect(rowsOf('finance.decision ops.adoption')).toEqual([
      ['Pricing', 'Finance lead', 'Decision'],
      ['Pricing', 'Ops', 'Adoption'],
    ]);
    expect(rowsOf('finance.-')).toEqual([['Pricing', 'Finance lead', '']]);
    expect(rowsOf('')).toEqual([['Pricing', '', '']]);
  });

  test('pairs are keys, an open side is blank', () => {
    const [tag] = tagged('-.decision');
    if (tag === undefined) throw new Error('one tag');
    expect(cells(pairColumns, { ...tag, entry: anInventoryRow() })).toEqual([
      'api::article.article',
      'doc1',
      '',
      'buyer',
      'decision',
      'person',
    ]);
  });
});

describe('rows of coverage.csv', () => {
  const body: Pick<CoverageBody, 'cells' | 'everyone' | 'notSet' | 'stages'> = {
    stages: axes.stages,
    cells: [
      {
        persona: 'finance',
        journey: 'buyer',
        stage: 'decision',
        current: 3,
        old: 1,
        everyone: 2,
        sharedOnly: false,
        target: 2,
        verdict: 'on-target',
        notNeeded: null,
        ...UNMEASURED_CELL,
        rank: null,
      },
    ],
    everyone: [{ stage: 'decision', current: 2, old: 0, ...UNMEASURED }],
    notSet: {
      persona: [{ stage: 'adoption', current: 1, old: 0, ...UNMEASURED }],
      stage: [{ persona: 'ops', current: 0, old: 1, ...UNMEASURED }],
    },
  };

  test('cells, then everyone, then what has one side open; what has no target is blank', () => {
    const rows = coverageRows(body as CoverageBody).map((row) =>
      cells(coverageColumns(names, 'published', NO_DAYS), row)
    );
    const [counted, at] = ['Published', '2026-06-15T12:00:00.000Z'];
    expect(rows).toEqual([
      [
        'Finance lead',
        'Buyer',
        'Decision',
        3,
        1,
        2,
        2,
        'On target',
        '',
        counted,
        'finance',
        'decision',
        at,
        '',
        '',
        '',
        '',
      ],
      ['Everyone', 'Buyer', 'Decision', 2, 0, '', '', '', '', counted, 'everyone', 'decision', at, '', '', '', ''],
      ['Not set', 'Customer', 'Adoption', 1, 0, '', '', '', '', counted, 'not-set', 'adoption', at, '', '', '', ''],
      ['Ops', '', 'Not set', 0, 1, '', '', '', '', counted, 'ops', 'not-set', at, '', '', '', ''],
    ]);
  });
});
