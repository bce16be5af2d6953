import type { Cell } from '../columns';
import type { NewRow } from './inventory-rows';
import { OPEN } from './tables';

/** Numbers per place: scope, updatedAt, id, type, locale, status, evidence. */
const WIDTH = 7;

/**
 * Gathers where new rows stand in their lists. In one block of numbers, used again and again: many places wait to be
 * written, and as objects they would live long enough to fill the host's memory.
 */
export const createListPlaces = (expected: number) => {
  let places = new Float64Array(expected * WIDTH);
  let count = 0;
  const at = (place: number, column: number): number => places[place * WIDTH + column] ?? 0;
  return {
    count: (): number => count,
    add({ scopes, updatedAt, typeNo, localeNo, statusNo, evidenceNo }: NewRow, id: number): void {
      while ((count + scopes.length) * WIDTH > places.length) {
        const smaller = places;
        places = new Float64Array(smaller.length * 2);
        places.set(smaller);
      }
      for (const scope of scopes) {
        places.set([scope, updatedAt, id, typeNo, localeNo, statusNo, evidenceNo], count * WIDTH);
        count += 1;
      }
    },
    /** In the order of the lists' index: rows written side by side share its pages, and a commit writes every page it touched. */
    inOrder: (): Uint32Array =>
      Uint32Array.from({ length: count }, (_, place) => place).sort(
        (a, b) => at(a, 0) - at(b, 0) || at(a, 1) - at(b, 1) || at(a, 2) - at(b, 2)
      ),
    /** Places as rows of the table of scopes. */
    *rows(auditId: number, some: Uint32Array): Generator<readonly Cell[]> {
      for (const place of some) {
        const [typeNo, localeNo, statusNo, evidenceNo] = [at(place, 3), at(place, 4), at(place, 5), at(place, 6)];
        yield [at(place, 0), at(place, 1), at(place, 2), auditId, OPEN, typeNo, localeNo, statusNo, evidenceNo];
      }
    },
    clear(): void {
      count = 0;
    },
  };
};
