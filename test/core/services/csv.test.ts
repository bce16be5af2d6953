import { Readable } from 'node:stream';
import { text as read } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { unguarded } from '../../../server/core/formula';
import { csvOf, type CsvCell, type CsvOptions } from '../../../server/services/csv';

const write = (lines: readonly (readonly CsvCell[])[], options: Partial<CsvOptions> = {}): Promise<string> =>
  read(csvOf(Readable.from(lines), { delimiter: ',', bom: false, ...options }, () => undefined));

const DELIMITERS = [',', ';', '\t'] as const;

/** How programs know a quote: anywhere, at the beginning of a cell, or not at all. */
const QUOTES = ['anywhere', 'first', 'never'] as const;

/** The cells that a program sees which splits at one separator. */
const cellsIn = (csv: string, separator: string, quotes: (typeof QUOTES)[number]): readonly string[] => {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  let isFresh = true;
  for (const character of csv) {
    if (character === '"' && quotes !== 'never' && (isQuoted || isFresh || quotes === 'anywhere')) {
      isQuoted = !isQuoted;
      isFresh = false;
    } else if (!isQuoted && (character === separator || character === '\n' || character === '\r')) {
      cells.push(cell);
      cell = '';
      isFresh = true;
    } else {
      cell += character;
      isFresh = false;
    }
  }
  return [...cells, cell];
};

const FORMULA = /^[\s\p{Cc}\p{Cf}"]*[=+\-@＝＋－＠]/u;

const SIGNS = Array.from('=+-@＝＋－＠,;\t\r\n"\' \uFEFF\u200B\va1|');

const anyText = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...SIGNS) }, fc.string({ unit: 'binary', maxLength: 3 })), {
    maxLength: 14,
  })
  .map((parts) => parts.join(''));

test('no text is a formula to a program that splits at a comma, a semicolon or a tab, however it knows quotes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(anyText, { minLength: 2, maxLength: 3 }), { maxLength: 3 }),
      fc.constantFrom(...DELIMITERS),
      fc.boolean(),
      async (lines, delimiter, bom) => {
        const csv = await write(lines, { delimiter, bom });
        for (const separator of DELIMITERS) {
          for (const quotes of QUOTES) {
            expect(cellsIn(csv, separator, quotes).filter((cell) => FORMULA.test(cell))).toEqual([]);
          }
        }
      }
    ),
    { numRuns: 1000 }
  );
});

test('apart from the guards every text comes back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(anyText, anyText), { minLength: 1 }), async (lines) => {
      const rows: string[][] = parse(await write(lines), { skip_empty_lines: false });
      expect(rows.map((row) => row.map(unguarded))).toEqual(lines);
    }),
    { numRuns: 1000 }
  );
});

test.each([
  ['Q3 plan;=cmd|x', `"Q3 plan;'=cmd|x"`],
  ['\n=1+1', `"'\n'=1+1"`],
  ['\t=1', `"'\t'=1"`],
  [' ＝1', `" '＝1"`],
  ['\uFEFF@a', `"\uFEFF'@a"`],
  ['a;"=1', `"a;""'=1"`],
  ["'=1", `"''=1"`],
  ['Up by 10 - 20 %, in all', '"Up by 10 - 20 %, in all"'],
  ['', ''],
  [-5, '-5'],
  [0, '0'],
])('%j is written as %s', async (cell, written) => {
  expect(await write([[cell, 'x']])).toBe(`${written},"x"\r\n`);
});

test('long runs of blanks, quotes and apostrophes take no time to speak of', () => {
  for (const character of ['\t', ' ', '"', "'", ';']) {
    expect(unguarded(character.repeat(1_000_000)).length).toBeGreaterThan(999_000);
  }
});
