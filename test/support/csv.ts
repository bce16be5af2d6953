import { parse } from 'csv-parse/sync';

/** A CSV as rows by header; whatever is not RFC 4180 throws. */
export const readCsv = (text: string, delimiter = ','): readonly Readonly<Record<string, string>>[] =>
  parse(text, { bom: true, columns: true, delimiter, relax_column_count: false, record_delimiter: '\r\n' });

/** Its first line. */
export const headersOf = (text: string, delimiter = ','): readonly string[] => {
  const [headers = []] = parse(text, { bom: true, delimiter, to_line: 1 });
  return headers;
};
