import type { NewRow } from '../../../server/stores/audit/inventory-rows';
import { createListPlaces } from '../../../server/stores/audit/list-places';
import { OPEN } from '../../../server/stores/audit/tables';

const aRow = (row: Partial<NewRow>): NewRow => ({
  typeNo: 1,
  documentId: 'one',
  localeNo: 0,
  updatedAt: 100,
  statusNo: 2,
  evidenceNo: 4,
  cells: [],
  fingerprint: '',
  scopes: [5],
  ...row,
});

test('places come by list, then by date, then by row, and with all that the table holds', () => {
  const places = createListPlaces(8);
  places.add(aRow({ scopes: [7, 5], updatedAt: 200 }), 1);
  places.add(aRow({ scopes: [7, 5], updatedAt: 100, localeNo: 3 }), 2);
  places.add(aRow({ scopes: [5], updatedAt: 100 }), 3);
  expect([...places.rows(9, places.inOrder())]).toEqual([
    [5, 100, 2, 9, OPEN, 1, 3, 2, 4],
    [5, 100, 3, 9, OPEN, 1, 0, 2, 4],
    [5, 200, 1, 9, OPEN, 1, 0, 2, 4],
    [7, 100, 2, 9, OPEN, 1, 3, 2, 4],
    [7, 200, 1, 9, OPEN, 1, 0, 2, 4],
  ]);
});

test('more than expected are kept too, and clearing begins anew', () => {
  const places = createListPlaces(2);
  const scopes = Array.from({ length: 50 }, (_, at) => 50 - at);
  places.add(aRow({ scopes }), 1);
  expect([...places.rows(9, places.inOrder())].map(([scope]) => scope)).toEqual([...scopes].reverse());
  places.clear();
  expect(places.count()).toBe(0);
  places.add(aRow({ scopes: [3] }), 2);
  expect([...places.rows(9, places.inOrder())]).toEqual([[3, 100, 2, 9, OPEN, 1, 0, 2, 4]]);
});
