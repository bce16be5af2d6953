import type { ImportBody, ImportQuery } from '../../server/core/import-api';
import { as, type Host } from './host';

export interface ImportAnswer {
  readonly status: number;
  readonly text: string;
  readonly body: { readonly error?: { readonly message: string; readonly details: Readonly<Record<string, never>> } };
  /** Of an import that was answered. */
  readonly data: ImportBody;
}

/** Sends a sheet as the Import page does. */
export const importer =
  (host: Host, token: string) =>
  async (
    sheet: string | Buffer,
    { options, ...query }: Omit<ImportQuery, 'options'> & { readonly options?: unknown } = {},
    name = 'tags.csv'
  ): Promise<ImportAnswer> => {
    const request = as(host, token).post('/content-strategy/imports/tags').query(query);
    if (options !== undefined) void request.field('options', JSON.stringify(options));
    const { status, text, body } = await request.attach('file', Buffer.from(sheet as string), name);
    return { status, text, body, data: (body as { data: ImportBody }).data };
  };

export type Importer = ReturnType<typeof importer>;

/** Rows as a spreadsheet saves them. */
export const sheetOf = (header: string, ...rows: readonly string[]): string => [header, ...rows, ''].join('\r\n');
