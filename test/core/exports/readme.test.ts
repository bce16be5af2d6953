/** The README promises columns by name and order: the same list as the code's. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { consumptionColumns } from '../../../server/core/exports/consumption';
import { coverageColumns } from '../../../server/core/exports/coverage';
import { filesColumns } from '../../../server/core/exports/files';
import { inventoryColumns } from '../../../server/core/exports/inventory';
import { namesOf } from '../../../server/core/exports/names';
import { neverConsumedColumns } from '../../../server/core/exports/never-consumed';
import { pairColumns, tagsColumns } from '../../../server/core/exports/tags';
import { someAxes } from '../../support/builders';

const readme = readFileSync(join(__dirname, '../../../README.md'), 'utf8');
const names = namesOf(someAxes({}), '', '');

test.each([
  ['`inventory.csv`', inventoryColumns(names)],
  ['`never-consumed.csv`', neverConsumedColumns(names)],
  ['`consumption.csv`', consumptionColumns(names)],
  ['`tags.csv`', tagsColumns(names)],
  ['`tags.csv?shape=pairs`', pairColumns],
  ['`files.csv`', filesColumns('')],
  ['`coverage.csv`', coverageColumns(names, 'published', { from: null, to: null })],
])('%s', (name, columns) => {
  const row = readme.split('\n').find((line) => line.startsWith(`| ${name} `));
  expect(row).toContain(`| ${columns.map(({ header }) => header).join(', ')} `);
});
