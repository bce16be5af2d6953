import { missingColumns, recogniseColumns } from '../../../server/core/import/columns';
import { namesOf } from '../../../server/core/exports/names';
import { inventoryColumns } from '../../../server/core/exports/inventory';
import { pairColumns, tagsColumns } from '../../../server/core/exports/tags';
import { someAxes } from '../../support/builders';

const names = namesOf(someAxes(), '2026-06-15T12:00:00.000Z', '/admin');
const headersOf = (columns: readonly { readonly header: string }[]) => columns.map(({ header }) => header);
const meaningsOf = (headers: readonly string[], byHand = {}) =>
  Object.fromEntries(
    recogniseColumns(headers, byHand).meanings.flatMap((meaning, at) =>
      meaning === null ? [] : [[meaning, headers[at]]]
    )
  );

test.each([
  ['tags.csv', headersOf(tagsColumns(names)), false],
  ['inventory.csv', headersOf(inventoryColumns(names)), true],
])('%s is understood by itself', (_name, headers, isListing) => {
  expect(meaningsOf(headers)).toEqual({
    'document-id': 'Document ID',
    uid: 'UID',
    url: 'URL',
    title: 'Title',
    'content-type': 'Content type',
    personas: 'Personas',
    stages: 'Stages',
    excluded: 'Not part of a journey',
    decision: 'Decision',
    'decision-note': 'Decision note',
    due: 'Due',
    'decision-owner': 'Decision owner',
    'merge-into': 'Merge into',
  });
  expect(recogniseColumns(headers).isListing).toBe(isListing);
  expect(missingColumns(recogniseColumns(headers), headers)).toBeNull();
});

test('tags.csv?shape=pairs is understood too', () => {
  expect(meaningsOf(headersOf(pairColumns))).toEqual({
    'document-id': 'Document ID',
    uid: 'UID',
    personas: 'Persona',
    stages: 'Stage',
  });
});

test.each([
  [
    ['PAGE TITLE', 'Target_Audience', 'Funnel-Stage'],
    { title: 'PAGE TITLE', personas: 'Target_Audience', stages: 'Funnel-Stage' },
  ],
  [['Page', 'Persona', 'Audience'], { url: 'Page', personas: 'Persona' }],
  [['Full URL', 'Buyer’s journey stage'], { url: 'Full URL', stages: 'Buyer’s journey stage' }],
  [
    ['Current URL', 'Buyer Stage', 'Target Persona', 'Recommended Action', 'Reason'],
    { url: 'Current URL', stages: 'Buyer Stage', personas: 'Target Persona', decision: 'Recommended Action', 'decision-note': 'Reason' }, // prettier-ignore
  ],
  [
    ['Blog title', 'Phase', 'Maßnahme', 'Verantwortlich', 'Begründung'],
    { title: 'Blog title', stages: 'Phase', decision: 'Maßnahme', 'decision-owner': 'Verantwortlich', 'decision-note': 'Begründung' }, // prettier-ignore
  ],
  [['Titel', 'Zielgruppe'], { title: 'Titel', personas: 'Zielgruppe' }],
  [['ID', 'Notes', ''], {}],
  [['URL', 'Persona', 'Due date'], { url: 'URL', personas: 'Persona' }],
  [['URL', 'Decision', 'Due date'], { url: 'URL', decision: 'Decision', due: 'Due date' }],
])('%j', (headers, meanings) => {
  expect(meaningsOf(headers)).toEqual(meanings);
});

test.each([
  ['a column unknown by name', ['Seite', 'Persona'], { Seite: 'url' }, { url: 'Seite', personas: 'Persona' }],
  [
    'another than the name says',
    ['Title', 'Headline', 'Persona'],
    { Headline: 'title' },
    { title: 'Headline', personas: 'Persona' },
  ],
  ['nothing', ['URL', 'Title', 'Persona'], { URL: null }, { title: 'Title', personas: 'Persona' }],
])('by hand: %s', (_name, headers, byHand, meanings) => {
  expect(meaningsOf(headers, byHand)).toEqual(meanings);
});

test('several columns may hold personas, one the title', () => {
  const headers = ['URL', 'Primary', 'Secondary'];
  expect(recogniseColumns(headers, { Primary: 'personas', Secondary: 'personas' }).meanings).toEqual([
    'url',
    'personas',
    'personas',
  ]);
  expect(() => recogniseColumns(headers, { Primary: 'title', Secondary: 'title' })).toThrow(/two columns .* "title"/);
  expect(() => recogniseColumns(headers, { Third: 'title' })).toThrow('`columns.Third`: the sheet has no such column');
});

test('of primary and secondary personas both count', () => {
  const headers = ['Page URL', 'Buyer Stage', 'Primary Persona', 'Secondary Persona'];
  expect(recogniseColumns(headers).meanings).toEqual(['url', 'stages', 'personas', 'personas']);
  expect(recogniseColumns(headers, { 'Secondary Persona': null }).meanings).toEqual([
    'url',
    'stages',
    'personas',
    null,
  ]);
});

test.each([
  [['Persona/Stage'], 'persona-and-stage', false],
  [['Persona & Funnel stage'], 'persona-and-stage', false],
  [['Target audience - Stage'], 'persona-and-stage', false],
  [['Buyer persona (stage)'], 'persona-and-stage', false],
  [['Stage / Persona'], 'persona-and-stage', true],
  [['Phase und Zielgruppe'], 'persona-and-stage', true],
  [['Title/Hook'], 'title', false],
  [['URL (live)'], 'url', false],
  [['Persona / Audience'], 'personas', false],
  [['Persona(s)'], 'personas', false],
  [['Funnel Stage (TOFU/MOFU/BOFU)'], 'stages', false],
  [['Stage*'], 'stages', false],
  [['Decision?'], 'decision', false],
  [['Action (Keep/Update/Delete)'], 'decision', false],
  [['Funnel Stage / Intent'], 'stages', false],
  [['Title / URL'], null, false],
  [['Theme/Topic'], null, false],
  [['Owner/Title'], null, false],
] as const)('the header %j of two names means %s', (headers, meaning, isStageFirst) => {
  expect(recogniseColumns(headers)).toMatchObject({ meanings: [meaning], isStageFirst });
});

test('of a header of two names nothing is taken that another column says', () => {
  expect(recogniseColumns(['Title', 'Persona', 'Persona/Stage', 'Title/Hook']).meanings).toEqual([
    'title',
    'personas',
    null,
    null,
  ]);
  expect(recogniseColumns(['Wer und wann'], { 'Wer und wann': 'persona-and-stage' }).meanings).toEqual([
    'persona-and-stage',
  ]);
  const calendar = 'Date,Channel,Theme/Topic,Format,Title/Hook,Primary Keyword/Angle,Persona/Stage,Offer/CTA,Asset Owner,Status'; // prettier-ignore
  expect(meaningsOf(calendar.split(','))).toEqual({ title: 'Title/Hook', 'persona-and-stage': 'Persona/Stage' });
});

test('two columns of one name are refused only where they are needed', () => {
  expect(meaningsOf(['URL', 'Stage', 'Notes', 'Owner', 'Notes'])).toEqual({ url: 'URL', stages: 'Stage' });
  expect(() => recogniseColumns(['Title', 'stage', 'Stage'])).toThrow(/`columns`: two columns are called "Stage"/);
});

test.each([
  [['Persona', 'Stage'], /no column tells which entry/],
  [['finance', '/pricing'], /no column tells .* the header\?\).* "finance", "\/pricing"/],
  [['URL', 'Notes'], /no column says anything/],
  [['UID', 'Persona'], /no column tells/],
])('%j lacks', (headers, sentence) => {
  expect(missingColumns(recogniseColumns(headers), headers)).toMatch(sentence);
});
