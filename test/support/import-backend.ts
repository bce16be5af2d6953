import type { ImportBody, ImportCounts, ImportOptions } from '../../server/core/import-api';
import type { OperationBody, PlacingCounts } from '../../server/core/placing-api';
import type { FakeBackend } from './fake-backend';
import { anOperation } from './placing-backend';

const NOTHING: ImportCounts = {
  rows: 0,
  rejected: 0,
  created: 0,
  changed: 0,
  unchanged: 0,
  cleared: 0,
  removed: 0,
  tagsAdded: 0,
  tagsRemoved: 0,
  decided: 0,
  undecided: 0,
};

/** What a look into `tags.csv` answers: 12 rows, 2 of them place an entry for the first time. */
export const anImport = ({
  counts = { rows: 12, created: 2, changed: 1, unchanged: 9 },
  ...overrides
}: Omit<Partial<ImportBody>, 'counts'> & { readonly counts?: Partial<ImportCounts> } = {}): ImportBody => ({
  dryRun: true,
  mode: 'merge',
  examples: [],
  file: { name: 'tags.csv', encoding: 'utf-8', delimiter: ',' },
  columns: [
    { header: 'Document ID', meaning: 'document-id', examples: ['abc', 'def'] },
    { header: 'Personas', meaning: 'personas', examples: ['Finance lead'] },
    { header: 'Notes', meaning: null, examples: [] },
  ],
  options: { columns: {}, values: { personas: {}, stages: {}, decisions: {} } },
  remembered: false,
  counts: { ...NOTHING, ...counts },
  unknown: { personas: [], stages: [], decisions: [] },
  assumed: { personas: [], stages: [], decisions: [] },
  problems: [],
  operation: null,
  ...overrides,
});

/** How a sheet was asked about. */
export interface Asked {
  readonly dryRun: boolean;
  readonly mode: string | undefined;
  readonly validOnly: boolean;
  readonly answer: string | undefined;
  readonly options: ImportOptions | null;
  readonly file: string | undefined;
}

/** Adds `POST /imports/tags`, answered as a test says, and the list of imports. */
export const addImports = (
  backend: FakeBackend,
  answer: (asked: Asked) => ImportBody | Blob | Promise<never>,
  imported: readonly OperationBody[] = []
): { readonly asked: readonly Asked[] } => {
  const asked: Asked[] = [];
  backend.on('POST', '/imports/tags', async (body, _params, query) => {
    const form = body as FormData;
    const options = form.get('options');
    const file = form.get('file');
    const one: Asked = {
      dryRun: query.dryRun === 'true',
      mode: query.mode,
      validOnly: query.validOnly === 'true',
      answer: query.answer,
      options: typeof options === 'string' ? (JSON.parse(options) as ImportOptions) : null,
      file: file instanceof File ? file.name : undefined,
    };
    asked.push(one);
    const data = await answer(one);
    return data instanceof Blob ? data : { data };
  });
  backend.on('GET', '/operations', (_body, _params, { kind }) => ({
    data: kind === 'import' ? imported : [],
    meta: { pagination: { page: 1, pageSize: 10, pageCount: 1, total: imported.length, totalIsExact: true } },
  }));
  return { asked };
};

/** The same import, done, but for what was skipped. */
export const applied = (body: ImportBody, skipped: PlacingCounts['skipped'] = {}): ImportBody => {
  const { created, changed, removed } = body.counts;
  const left = Object.values(skipped).reduce((sum, count) => sum + count, 0);
  const counts = { ...anOperation().counts, changed: created + changed + removed - left, skipped };
  return { ...body, dryRun: false, operation: anOperation({ id: 9, kind: 'import', name: 'tags.csv', counts }) };
};
