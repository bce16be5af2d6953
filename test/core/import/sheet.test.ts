import { closeSync, openSync, writeSync } from 'node:fs';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { encode } from 'iconv-lite';
import { Refusal } from '../../../server/core/refusal';
import { openSheet, SHEET_LIMITS } from '../../../server/services/import/sheet';
import { bytesAt, folderForAll, readSheet } from '../../support/sheets';

const save = folderForAll();

const TEXT = 'Titel;Personas\r\nÜber uns – “Grüße”;Käufer\r\n\r\n"Zwei\r\nZeilen; ""ja""";€\r\n';
const ROWS = [
  { line: 2, cells: ['Über uns – “Grüße”', 'Käufer'] },
  { line: 4, cells: ['Zwei\r\nZeilen; "ja"', '€'] },
];
const bytes = (encoding: string, addBOM = false): Uint8Array => encode(TEXT, encoding, { addBOM });

test.each([
  ['UTF-8', bytes('utf-8'), 'utf-8'],
  ['UTF-8 with a mark', bytes('utf-8', true), 'utf-8'],
  ['UTF-16 LE with a mark', bytes('utf-16le', true), 'utf-16le'],
  ['UTF-16 BE with a mark', bytes('utf-16be', true), 'utf-16be'],
  ['UTF-16 LE', bytes('utf-16le'), 'utf-16le'],
  ['UTF-16 BE', bytes('utf-16be'), 'utf-16be'],
  ['Windows-1252', bytes('windows-1252'), 'windows-1252'],
])('%s is read', async (_name, content, encoding) => {
  expect(await readSheet(save(content))).toEqual({
    encoding,
    delimiter: ';',
    headers: ['Titel', 'Personas'],
    rows: ROWS,
  });
});

test.each([',', ';', '\t'] as const)('delimiter %j, with others inside of cells', async (delimiter) => {
  const cells = ['a, b; c\td', '', ' "quoted" ', "'=1"];
  const content = stringify([['One, two;', 'B', 'C', 'D'], cells], { delimiter });
  const { headers, rows } = await readSheet(save(content));
  expect(headers).toEqual(['One, two;', 'B', 'C', 'D']);
  expect(rows).toEqual([{ line: 2, cells }]);
});

test.each([
  ['CRLF', 'a,b\r\n1,2\r\n3,4\r\n'],
  ['LF', 'a,b\n1,2\n3,4'],
  ['CR', 'a,b\r1,2\r3,4\r'],
  ['Excel told the delimiter', 'sep=,\r\na,b\r\n1,2\r\n3,4'],
])('line ends: %s', async (name, content) => {
  const first = name.startsWith('Excel') ? 3 : 2;
  expect((await readSheet(save(content))).rows).toEqual([
    { line: first, cells: ['1', '2'] },
    { line: first + 1, cells: ['3', '4'] },
  ]);
});

test.each([
  ['a banner', 'Example - GUIDELINES;Drive - IMAGES;;\nWeek;Blog title;Stage;Blog Link\n', 2],
  ['a title', 'Content audit 2026\n\nWeek;Blog title;Stage;Blog Link\n', 3],
])('the header may stand below %s, and may come again', async (_name, top, line) => {
  const row = 'Week 1;Who owns a budget?;Awareness;/blog/budget-owners\n';
  const { headers, rows } = await readSheet(save(`${top}${row}Week;Blog title;Stage;Blog Link\n${row}`));
  expect(headers).toEqual(['Week', 'Blog title', 'Stage', 'Blog Link']);
  expect(rows.map((one) => one.line)).toEqual([line + 1, line + 3]);
});

test('inches, short rows, long rows and empty lines are no fault of the file', async () => {
  const { rows } = await readSheet(save('\n\nTitle,Stage\n5" screen\n\n,,\nx,y,z\n'));
  expect(rows).toEqual([
    { line: 4, cells: ['5" screen'] },
    { line: 7, cells: ['x', 'y', 'z'] },
  ]);
});

test('English to the first 64 kB and Windows-1252 after them', async () => {
  const rows = Array.from({ length: 3000 }, (_, at) => `Plain title number ${at},decision`);
  const { encoding, rows: read } = await readSheet(
    save(encode(`Title,Stages\n${rows.join('\n')}\nCafé – Élysée,decision\n`, 'windows-1252'))
  );
  expect(encoding).toBe('windows-1252');
  expect(read.at(-1)?.cells[0]).toBe('Café – Élysée');
});

test('Cyrillic in its own encoding', async () => {
  const content = 'Название,Этап\nКак выбрать поставщика облачных услуг,решение\nЧто такое учет,внедрение\n';
  expect((await readSheet(save(encode(content, 'windows-1251')))).headers).toEqual(['Название', 'Этап']);
});

test.each<[string, string | Uint8Array, RegExp]>([
  ['an empty file', '', /it is empty/],
  ['blank lines only', '\r\n \r\n,,\n', /no header/],
  ['NULs', new Uint8Array(1000), /it is no text/],
  ['a NUL in a row', 'a,b\n1,\u00002\n', /it is no text/],
  ['a NUL in UTF-16', encode('a,b\n1,\u00002\n', 'utf-16le', { addBOM: true }), /it is no text/],
  ['a workbook', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(100, 1)]), /workbook/],
  ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), /\.xls\)/],
  ['a PDF', '%PDF-1.7\n', /PDF/],
  ['an unclosed quote', 'a,b\n1,2\n3,"4\n5,6\n', /quote opened in line 3 is never closed/],
  ['too many columns', Array.from({ length: SHEET_LIMITS.columns + 1 }, (_, at) => `c${at}`).join(), /501 columns/],
  ['no UTF-8 after its mark', Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0x0a, 0xfc]), /marked as UTF-8/],
])('%s is refused with a sentence', async (_name, content, sentence) => {
  const reading = readSheet(save(content));
  await expect(reading).rejects.toThrow(Refusal);
  await expect(reading).rejects.toThrow(sentence);
});

test.each([
  ['a line of 100 MB', 'x', /line 3 is longer than 1 MB/],
  ['a line of 100 million empty cells', ',', /line 3 is longer than 1 MB/],
  ['a quote that swallows 100 MB of lines', '"x\n', /line 3 is longer than 1 MB: a quote/],
])('%s is refused, and long before its end', async (_name, start, sentence) => {
  const path = save(`a,b\n1,2\n3,${start}`);
  const file = openSync(path, 'a');
  const chunk = Buffer.alloc(1_000_000, start === '"x\n' ? 'line\n' : start);
  for (let count = 0; count < 100; count += 1) writeSync(file, chunk);
  closeSync(file);
  const before = process.memoryUsage().rss;
  await expect(readSheet(path)).rejects.toThrow(sentence);
  expect(process.memoryUsage().rss - before).toBeLessThan(60_000_000);
});

test('too many rows are refused', async () => {
  await expect(readSheet(save(`a\n${'1\n'.repeat(SHEET_LIMITS.rows + 1)}`))).rejects.toThrow(/more than 200000 rows/);
});

/** An error with its stack for each of them took as long as thirty rows: 3 MB of empty lines kept the host for minutes. */
test('rows that are not as long as the first cost no error each', async () => {
  const path = save(`Title,Personas\n${'\n'.repeat(500)}${'a,b,c\n'.repeat(500)}`);
  const capture = jest.spyOn(Error, 'captureStackTrace');
  try {
    expect((await readSheet(path)).rows).toHaveLength(500);
    const said = capture.mock.calls.map(([error]) => (error instanceof Error ? error.message : ''));
    expect(said.filter((message) => message.includes('Record Length'))).toEqual([]);
  } finally {
    capture.mockRestore();
  }
});

test('reading can be broken off', async () => {
  const abort = new AbortController();
  const sheet = await openSheet(bytesAt(save(`a\n${'row\n'.repeat(100_000)}`)), abort.signal);
  const reading = (async () => {
    for await (const _batch of sheet.batches()) abort.abort();
  })();
  await expect(reading).rejects.toThrow(/abort/i);
});

const cell = fc
  .oneof(
    fc.string({ maxLength: 12 }),
    fc.string({
      unit: fc.constantFrom('a', 'é', '"', ',', ';', '\t', '\n', '\r\n', ' ', "'", '=', '😀'),
      maxLength: 12,
    })
  )
  .map((text) => text.replaceAll('\0', ''));

test('what was written by the rules is read as it was, in every encoding', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, cell), { maxLength: 8 }),
      fc.constantFrom(',', ';', '\t'),
      fc.constantFrom('utf-8', 'utf-16le', 'utf-16be'),
      fc.constantFrom<'windows' | 'unix'>('windows', 'unix'),
      async (cells, delimiter, encoding, record_delimiter) => {
        const said = cells.filter((row) => row.some((one) => one.trim() !== ''));
        const text = stringify([['Title', 'Stages'], ...said], { delimiter, record_delimiter, quoted: true });
        const { rows } = await readSheet(save(encode(text, encoding, { addBOM: true })));
        expect(rows.map((row) => row.cells)).toEqual(said);
      }
    ),
    { numRuns: 150 }
  );
});

const noise = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc
    .array(fc.constantFrom('"', '""', ',', ';', '\t', '\r', '\n', 'a', '\0', 'ä', '\uFEFF', 'sep=;', 'Title'), {
      maxLength: 200,
    })
    .chain((parts) =>
      fc
        .constantFrom('utf-8', 'utf-16le', 'utf-16be', 'windows-1252')
        .map((encoding) => encode(parts.join(''), encoding))
    ),
  fc.uint8Array({ maxLength: 200 }).map((tail) => Buffer.concat([Buffer.from([0xff, 0xfe]), tail]))
);

test('no bytes crash or hang it: rows or a sentence', async () => {
  await fc.assert(
    fc.asyncProperty(noise, async (content) => {
      try {
        const { rows } = await readSheet(save(content));
        for (const row of rows) expect(row.line).toBeGreaterThan(1);
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal);
        expect((error as Refusal).message).toMatch(/^`file`: .+\.$/s);
      }
    }),
    { numRuns: 1000 }
  );
});
