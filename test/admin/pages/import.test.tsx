import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { ImportBody } from '../../../server/core/import-api';
import type { OperationBody } from '../../../server/core/placing-api';
import { Refused } from '../../support/fake-backend';
import { addImports, anImport, applied, type Asked } from '../../support/import-backend';
import { createPagesBackend, openPage } from '../../support/pages-backend';
import { anOperation } from '../../support/placing-backend';
import { aQueryClient, seriousFindings } from '../../support/render-admin';
import { aVocabulary } from '../../support/tag-backend';

jest.mock('@strapi/strapi/admin', () =>
  jest.requireActual<{ strapiAdmin: () => object }>('../../support/strapi-admin').strapiAdmin()
);

const aFile = (name = 'tags.csv') => new File(['Document ID,Personas\r\nabc,Finance lead\r\n'], name);

type Answer = (asked: Asked) => ImportBody | Blob | Promise<never>;

const openImport = async (
  answer: Answer = () => anImport(),
  { vocabulary = aVocabulary(), imported = [] as readonly OperationBody[], client = aQueryClient() } = {}
) => {
  const backend = createPagesBackend(vocabulary);
  const { asked } = addImports(backend, answer, imported);
  const page = openPage('/import', backend, undefined, undefined, client);
  await screen.findByRole('heading', { name: 'Import', level: 1 });
  return { ...page, asked };
};

const INPUT = 'Drop a file here or choose one';
const drop = (...files: readonly File[]) =>
  fireEvent.drop(screen.getByLabelText(INPUT).closest('label') ?? document.body, { dataTransfer: { files } });

/** A sheet dropped, and looked into. */
const aCheck = async (answer?: Answer, options?: Parameters<typeof openImport>[1]) => {
  const page = await openImport(answer, options);
  drop(aFile());
  await screen.findByRole('heading', { name: /^tags.csv/, level: 2 });
  const choose = async (select: string, option: string) => {
    await page.user.click(screen.getByRole('combobox', { name: select }));
    await page.user.click(await screen.findByRole('option', { name: option }));
  };
  const press = (name: string) => page.user.click(screen.getByRole('button', { name }));
  const settled = (button: string) => waitFor(() => expect(screen.getByRole('button', { name: button })).toBeEnabled());
  return { ...page, choose, press, settled };
};

const answered =
  (body: ImportBody): Answer =>
  ({ dryRun }) =>
    dryRun ? body : applied(body);

test('a sheet is dropped, looked through, applied, and taken back', async () => {
  const { asked, backend, container, press, settled, user } = await aCheck(answered(anImport()));
  expect(screen.getByRole('heading', { name: 'tags.csv: 12 rows' })).toBeInTheDocument();
  expect(screen.getByText('3 entries would change; nothing is saved yet.')).toBeInTheDocument();
  expect(screen.getByText('2 of 3 columns are used. Ignored: Notes.')).toBeInTheDocument();
  expect(screen.queryByRole('table', { name: 'Columns' })).not.toBeInTheDocument();
  expect(asked).toEqual([
    { dryRun: true, mode: 'merge', validOnly: false, answer: undefined, options: null, file: 'tags.csv' },
  ]);
  expect(await seriousFindings(container)).toEqual([]);

  await settled('Place 3 entries');
  await press('Place 3 entries');
  expect(await screen.findByText('3 entries were changed.')).toBeInTheDocument();
  expect(asked.at(-1)).toMatchObject({ dryRun: false, mode: 'merge', validOnly: false, options: null });
  expect(screen.getByRole('link', { name: 'See the coverage' })).toHaveAttribute('href', '/plugins/content-strategy');

  backend.on('POST', '/operations/:id/undo', (_body, [id]) => {
    const undone = anOperation({ id: Number(id), kind: 'import', status: 'undone' });
    addImports(backend, () => anImport(), [undone]);
    return { data: undone };
  });
  await press('Undo…');
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Undo' }));
  expect(await screen.findByText('Undone: 3 entries are as before.')).toBeInTheDocument();
  expect(backend.log.some(({ url }) => url === '/content-strategy/operations/9/undo')).toBe(true);
  expect(await screen.findByRole('heading', { name: 'Undone: tags.csv' })).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Undo…' })).not.toBeInTheDocument();
  await press('Import another file');
  expect(screen.getByLabelText(INPUT)).toBeInTheDocument();
});

test('some of the entries that change are shown before and after', async () => {
  const example = {
    uid: 'api::article.article',
    documentId: 'doc1',
    title: 'Pricing guide',
    before: { tags: [], excluded: null },
    after: { tags: [{ persona: 'finance', stage: 'awareness' }], excluded: null },
  };
  await aCheck(answered(anImport({ examples: [example] })));
  const list = screen.getByRole('list', { name: 'Examples' });
  expect(list).toHaveTextContent('Pricing guideNot placed yet becomes Finance lead · Awareness');
});

test('it can be chosen with the keyboard; several at once are not taken', async () => {
  const { user } = await openImport();
  drop(aFile('a.csv'), aFile('b.csv'));
  expect(screen.getByText('Drop one file at a time.')).toBeInTheDocument();
  await user.upload(screen.getByLabelText(INPUT), aFile('mine.csv'));
  expect(await screen.findByRole('heading', { name: 'mine.csv: 12 rows' })).toBeInTheDocument();
});

describe('words that are not known', () => {
  const unknown: Answer = ({ options }) => {
    const { personas = {}, stages = {} } = options?.values ?? {};
    return anImport({
      options: { columns: options?.columns ?? {}, values: { personas, stages, decisions: {} } },
      unknown: {
        personas: 'CFO' in personas ? [] : [{ value: 'CFO', rows: 4 }],
        stages: 'Trial' in stages ? [] : [{ value: 'Trial', rows: 1 }],
        decisions: [],
      },
    });
  };

  test('are mapped, created or ignored, and looked through anew', async () => {
    const { asked, choose } = await aCheck(unknown);
    expect(screen.getByRole('row', { name: /^CFO 4 rows rejected/ })).toBeInTheDocument();
    await choose('What “CFO” means', 'Finance lead');
    await waitFor(() => expect(asked.at(-1)?.options?.values).toEqual({ personas: { CFO: 'finance' } }));
    await waitFor(() => expect(screen.queryByText('4 rows rejected')).not.toBeInTheDocument());
    expect(screen.getByRole('combobox', { name: 'What “CFO” means' })).toHaveTextContent('Finance lead');

    await choose('What “Trial” means', 'Create the stage “Trial” · After purchase');
    const created = { Trial: { create: 'Trial', journey: 'customer' } };
    await waitFor(() =>
      expect(asked.at(-1)?.options?.values).toEqual({ personas: { CFO: 'finance' }, stages: created })
    );
    await choose('What “CFO” means', 'Nothing: ignore it');
    await waitFor(() => expect(asked.at(-1)?.options?.values).toEqual({ personas: { CFO: null }, stages: created }));
  });

  test('are not offered to be created by those who may not', async () => {
    const can = { read: true, tag: true, audit: true, export: true, settings: false };
    const { user } = await aCheck(unknown, { vocabulary: aVocabulary({ can }) });
    await user.click(screen.getByRole('combobox', { name: 'What “CFO” means' }));
    const options = (await screen.findAllByRole('option')).map(({ textContent }) => textContent);
    expect(options).toEqual(['Everyone', 'Finance lead', 'IT admin', 'Ops', 'Nothing: ignore it']);
  });

  test('what was said last time stays beside what is said now', async () => {
    const last = { columns: {}, values: { personas: { CEO: 'ops' }, stages: {}, decisions: {} } };
    const { asked, choose } = await aCheck(() =>
      anImport({
        options: last,
        remembered: true,
        unknown: { personas: [{ value: 'CFO', rows: 4 }], stages: [], decisions: [] },
      })
    );
    expect(screen.getByText(/Columns and words mean what you said last time\.$/)).toBeInTheDocument();
    expect(screen.getByRole('combobox', { name: 'What “CEO” means' })).toHaveTextContent('Ops');
    await choose('What “CFO” means', 'Finance lead');
    await waitFor(() => expect(asked.at(-1)?.options?.values?.personas).toEqual({ CEO: 'ops', CFO: 'finance' }));
  });
});

describe('words of other people', () => {
  const assumed = {
    personas: [{ value: '—', rows: 2, means: null }],
    stages: [{ value: 'Top of funnel', rows: 3, means: 'awareness' }],
    decisions: [{ value: 'DELETE', rows: 1, means: 'retire' }],
  };

  test('are shown with what they were taken for, and can be given another meaning', async () => {
    const { asked, choose, container } = await aCheck(() => anImport({ assumed }));
    expect(screen.getByRole('row', { name: /^— 2 rows, assumed/ })).toBeInTheDocument();
    const meaning = (word: string) => screen.getByRole('combobox', { name: `What “${word}” means` });
    expect(meaning('—')).toHaveTextContent('Nothing: ignore it');
    expect(meaning('Top of funnel')).toHaveTextContent('Awareness');
    expect(meaning('DELETE')).toHaveTextContent('Retire');
    expect(await seriousFindings(container)).toEqual([]);
    await choose('What “—” means', 'Finance lead');
    await waitFor(() => expect(asked.at(-1)?.options?.values).toEqual({ personas: { '—': 'finance' } }));
  });

  test('about decisions are asked where they are not known', async () => {
    const { asked, choose, user } = await aCheck(() =>
      anImport({ unknown: { personas: [], stages: [], decisions: [{ value: 'REDIRECT', rows: 4 }] } })
    );
    expect(screen.getByRole('row', { name: /^REDIRECT 4 rows rejected/ })).toBeInTheDocument();
    await user.click(screen.getByRole('combobox', { name: 'What “REDIRECT” means' }));
    const options = (await screen.findAllByRole('option')).map(({ textContent }) => textContent);
    expect(options).toEqual(['Keep', 'Update', 'Merge', 'Retire', 'No decision: take it back', 'Nothing: ignore it']);
    await user.keyboard('{Escape}');
    await choose('What “REDIRECT” means', 'Retire');
    await waitFor(() => expect(asked.at(-1)?.options?.values).toEqual({ decisions: { REDIRECT: 'retire' } }));
  });
});

test('what would be lost stands in red before it is applied', async () => {
  await aCheck(() => anImport({ counts: { rows: 12, changed: 6, cleared: 3, decided: 2, undecided: 1 } }));
  const tile = (words: string) => screen.getByText(words, { selector: 'li' });
  for (const words of ['entries lose their personas or stages: cells are blank', 'entry without a decision any more']) {
    expect(tile(words)).toHaveAttribute('data-danger', 'true');
  }
  expect(tile('entries lose their personas or stages: cells are blank')).toHaveTextContent(/^3/);
  expect(tile('entry decided about anew')).toHaveAttribute('data-danger', 'false');
});

describe('columns', () => {
  const columns = [
    { header: 'Seite', meaning: null, examples: ['/pricing'] },
    { header: 'Persona', meaning: 'personas', examples: ['Ops'] },
  ] as const;

  test('that are not understood are refused, and named by hand', async () => {
    const { asked, choose } = await aCheck(({ options }) => {
      if (options?.columns?.Seite === 'url')
        return anImport({ columns: [{ ...columns[0], meaning: 'url' }, columns[1]] });
      throw new Refused(400, '`columns`: no column tells which entry a row is about.', { field: 'columns', columns });
    });
    expect(screen.getByText(/No column tells which entry a row is about\./)).toBeInTheDocument();
    expect(screen.queryByText('What would change')).not.toBeInTheDocument();
    expect(screen.getByRole('table', { name: 'Columns' })).toHaveTextContent('/pricing');
    await choose('What “Seite” means', 'URL or path');
    expect(await screen.findByText('3 entries would change; nothing is saved yet.')).toBeInTheDocument();
    expect(asked.at(-1)?.options).toEqual({ columns: { Seite: 'url', Persona: 'personas' } });
    expect(screen.queryByText(/No column tells/)).not.toBeInTheDocument();
    expect(screen.getByRole('table', { name: 'Columns' })).toBeInTheDocument();
  });

  test('the one that meant the same before is ignored, where only one can', async () => {
    const { asked, choose, press } = await aCheck();
    await press('Change columns');
    await choose('What “Notes” means', 'Slug');
    await waitFor(() =>
      expect(asked.at(-1)?.options?.columns).toEqual({
        'Document ID': 'document-id',
        Personas: 'personas',
        Notes: 'slug',
      })
    );
    await choose('What “Notes” means', 'Document ID');
    await waitFor(() =>
      expect(asked.at(-1)?.options?.columns).toEqual({
        'Document ID': null,
        Personas: 'personas',
        Notes: 'document-id',
      })
    );
    await choose('What “Notes” means', 'Personas');
    await waitFor(() =>
      expect(asked.at(-1)?.options?.columns).toEqual({ 'Document ID': null, Personas: 'personas', Notes: 'personas' })
    );
  });
});

describe('rejected rows', () => {
  const problem = { line: 3, column: 'Personas', value: 'CFO', reason: 'There is no persona "CFO".' };
  const body = anImport({ counts: { rows: 12, rejected: 5, changed: 7 }, problems: [problem] });

  test('stand in the way, until only the valid rows are asked for', async () => {
    const { asked, press, settled, user } = await aCheck(answered(body));
    const table = within(screen.getByRole('table', { name: '5 rows rejected' }));
    expect(table.getByRole('row', { name: '3 Personas CFO There is no persona "CFO".' })).toBeInTheDocument();
    expect(screen.getByText('4 more rows: download them to see why.')).toBeInTheDocument();
    const button = screen.getByRole('button', { name: 'Place 7 entries' });
    expect(button).toBeDisabled();
    expect(button).toHaveAccessibleDescription(/^5 rows are rejected, listed below\./);
    await user.click(screen.getByRole('checkbox', { name: 'Only the valid rows: leave 5 rejected rows out' }));
    await settled('Place 7 entries');
    await press('Place 7 entries');
    expect(await screen.findByText('7 entries were changed.')).toBeInTheDocument();
    expect(asked.at(-1)).toMatchObject({ dryRun: false, validOnly: true });
  });

  test('are downloaded as they came, with why', async () => {
    const saved: string[] = [];
    Object.assign(URL, { createObjectURL: () => 'blob:', revokeObjectURL: () => undefined });
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement
    ) {
      saved.push(this.download);
    });
    const { asked, press } = await aCheck(({ answer }) => (answer ? new Blob(['Reason']) : body));
    await press('Download rejected rows');
    await waitFor(() => expect(saved).toEqual(['tags-rejected.csv']));
    expect(asked.at(-1)).toMatchObject({ dryRun: true, answer: 'rejected.csv' });
    click.mockRestore();
  });
});

test('what cannot be looked through after a change cannot be applied, and can be taken back', async () => {
  const { choose, settled } = await aCheck(({ options }) => {
    if (options?.values?.personas) throw new Refused(403, '`values`: you may not create "CFO".');
    return anImport({ unknown: { personas: [{ value: 'CFO', rows: 1 }], stages: [], decisions: [] } });
  });
  await settled('Place 3 entries');
  await choose('What “CFO” means', 'Create the persona “CFO”');
  expect(await screen.findByText(/You may not create "CFO"\./)).toBeInTheDocument();
  const button = screen.getByRole('button', { name: 'Place 3 entries' });
  expect(button).toBeDisabled();
  expect(button).toHaveAccessibleDescription('What would change could not be told; see above.');
  expect(screen.getByRole('combobox', { name: 'What “CFO” means' })).toHaveTextContent('Create the persona “CFO”');
});

test('replace says how many lose their personas and stages before it is applied', async () => {
  const { asked, press, settled, user } = await aCheck(({ dryRun, mode }) => {
    const removed = mode === 'replace' ? 40 : 0;
    const counts = { rows: 12, created: 2, changed: 1, cleared: 1, removed };
    const body = anImport({ mode: mode === 'replace' ? 'replace' : 'merge', counts });
    return dryRun ? body : applied(body);
  });
  await settled('Place 2 entries, clear 1');
  await user.click(screen.getByRole('checkbox', { name: 'Also clear entries that the sheet does not name' }));
  expect(
    await screen.findByText(
      '40 entries of the same content types are not in the sheet and lose their personas and stages.'
    )
  ).toBeInTheDocument();
  await settled('Place 2 entries, clear 41');
  await press('Place 2 entries, clear 41');
  expect(await screen.findByText('43 entries were changed.')).toBeInTheDocument();
  expect(asked.at(-1)).toMatchObject({ dryRun: false, mode: 'replace' });
});

test('a sheet that changes nothing cannot be applied', async () => {
  await aCheck(() => anImport({ counts: { rows: 12, unchanged: 12 } }));
  const button = screen.getByRole('button', { name: 'Place entries' });
  expect(button).toBeDisabled();
  expect(button).toHaveAccessibleDescription('There is nothing to import: every entry is already as the sheet says.');
});

test('a header without rows says so', async () => {
  await aCheck(() => anImport({ counts: {} }));
  expect(screen.getByRole('button', { name: 'Place entries' })).toHaveAccessibleDescription(
    'There is nothing to import: the sheet has no rows below its header.'
  );
});

describe('broken off', () => {
  const never = () => new Promise<never>(() => undefined);

  test('while it is sent: shows how much has gone, then the drop zone again', async () => {
    const { uploads, user } = await openImport(never);
    drop(aFile());
    expect(await screen.findByRole('progressbar', { name: 'Sending tags.csv…' })).toHaveAttribute(
      'aria-valuenow',
      '50'
    );
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(await screen.findByLabelText(INPUT)).toBeInTheDocument();
    expect(screen.getByText('Nothing was imported.')).toBeInTheDocument();
    expect(uploads.aborted).toHaveLength(1);
  });

  test('while it is applied: what was chosen stays', async () => {
    const { press, settled, uploads } = await aCheck(({ dryRun }) => (dryRun ? anImport() : never()));
    await settled('Place 3 entries');
    await press('Place 3 entries');
    expect(await screen.findByText('Changing 3 entries…')).toBeInTheDocument();
    await press('Cancel');
    expect(await screen.findByText('The upload was stopped.')).toBeInTheDocument();
    expect(screen.getByText(/^If placing had already begun, it goes on to its end: see History/)).toBeVisible();
    expect(uploads.aborted).toHaveLength(1);
    await settled('Place 3 entries');
  });

  test.each([
    ['stopped', () => never()],
    [
      'lost',
      () => {
        throw new Error('network');
      },
    ],
  ])('after an import that was %s History asks anew, and shows what became of it', async (what, applying) => {
    // What History knew before would do for as long as the page is open.
    const page = await aCheck(({ dryRun }) => (dryRun ? anImport() : applying()), { client: aQueryClient(Infinity) });
    const historyOf = async (): Promise<void> => {
      await act(() => page.router.navigate('/plugins/content-strategy/history'));
      await screen.findByRole('heading', { name: 'History', level: 1 });
    };
    const backToImport = async (): Promise<void> => {
      await act(() => page.router.navigate('/plugins/content-strategy/import'));
      drop(aFile());
      await page.settled('Place 3 entries');
    };
    await historyOf();
    await screen.findByText(/^Nothing/);
    await backToImport();
    const operation = anOperation({ id: 9, kind: 'import', name: 'tags.csv', status: 'interrupted' });
    page.backend.on('GET', '/operations', () => ({
      data: [operation],
      meta: { pagination: { page: 1, pageSize: 20, pageCount: 1, total: 1, totalIsExact: true } },
    }));
    await page.press('Place 3 entries');
    if (what === 'stopped') await page.press('Cancel');
    await page.settled('Place 3 entries');
    await historyOf();
    expect(await screen.findByText(/tags\.csv/)).toBeInTheDocument();
    expect(screen.getByText('Interrupted')).toBeInTheDocument();
  });

  test('an import of many entries tells how far it is', async () => {
    const counts = { rows: 48_000, changed: 48_000 };
    const running = anOperation({
      kind: 'import',
      status: 'running',
      counts: { ...anOperation().counts, changed: 48_000 },
      done: 12_000,
    });
    const { press, settled } = await aCheck(({ dryRun }) => (dryRun ? anImport({ counts }) : never()), {
      imported: [running],
    });
    await settled('Place 48,000 entries');
    await press('Place 48,000 entries');
    expect(await screen.findByRole('progressbar', { name: '12,000 of 48,000 entries changed…' })).toHaveAttribute(
      'aria-valuenow',
      '25'
    );
  });
});

describe('failures', () => {
  const failed = async (answer: Answer) => {
    const page = await openImport(answer);
    drop(aFile('tags.xlsx'));
    await screen.findByText('The sheet could not be looked through.');
    return page;
  };

  test('a file that is no sheet: why, and another one', async () => {
    const { user } = await failed(() => {
      throw new Refused(400, '`file`: it is an Excel or LibreOffice workbook: save the sheet as CSV.', {
        field: 'file',
      });
    });
    expect(screen.getByText(/It is an Excel or LibreOffice workbook: save the sheet as CSV\./)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Choose another file' }));
    expect(screen.getByLabelText(INPUT)).toBeInTheDocument();
  });

  test('too large for the server', async () => {
    await failed(() => {
      throw new Refused(413, '');
    });
    expect(screen.getByText(/The file is larger than the server takes/)).toBeInTheDocument();
  });

  test('no network: once more', async () => {
    let isDown = true;
    const { user } = await failed(() => {
      if (isDown) throw new TypeError('Failed to fetch');
      return anImport();
    });
    expect(screen.getByText(/The server could not be reached/)).toBeInTheDocument();
    isDown = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { name: 'tags.xlsx: 12 rows' })).toBeInTheDocument();
  });

  test('saved again since it was dropped', async () => {
    const file = aFile();
    Object.assign(file, {
      slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('', 'NotReadableError')) }),
    });
    await openImport(() => {
      throw new TypeError('ERR_UPLOAD_FILE_CHANGED');
    });
    drop(file);
    expect(await screen.findByText(/The file was saved again or moved since you chose it/)).toBeInTheDocument();
  });

  test.each([
    ['the answer is lost', new TypeError('Failed to fetch')],
    ['the server fails', new Refused(502, 'Bad gateway')],
  ])(
    'when applied, %s: does not claim that nothing was imported, and asks for the list anew',
    async (_name, failure) => {
      const { press, settled } = await aCheck(({ dryRun }) => {
        if (dryRun) return anImport();
        throw failure;
      });
      await settled('Place 3 entries');
      await press('Place 3 entries');
      expect(await screen.findByText('It is not known whether the sheet was imported.')).toBeInTheDocument();
      expect(screen.getByText(/See History before you try again\./)).toBeInTheDocument();
      expect(screen.queryByText('Nothing was imported.')).not.toBeInTheDocument();
    }
  );

  test('refused when applied: says why, looks once more, and keeps what was chosen', async () => {
    const { asked, press, settled } = await aCheck(({ dryRun }) => {
      if (dryRun) return anImport();
      throw new Refused(409, 'The persona "ops" is retired. Somebody has just changed that: try again.');
    });
    await settled('Place 3 entries');
    await press('Place 3 entries');
    expect(await screen.findByText(/Somebody has just changed that: try again\./)).toBeInTheDocument();
    expect(screen.getByText('Nothing was imported.')).toBeInTheDocument();
    await waitFor(() => expect(asked.filter(({ dryRun }) => dryRun)).toHaveLength(2));
  });
});

test('where others came first, says what was skipped; where that was all of it, there is nothing to undo', async () => {
  const { press, settled } = await aCheck(({ dryRun }) =>
    dryRun ? anImport() : applied(anImport(), { 'changed-meanwhile': 3 })
  );
  await settled('Place 3 entries');
  await press('Place 3 entries');
  expect(await screen.findByText(/^No entry was changed\./)).toBeInTheDocument();
  expect(screen.getByText('3 skipped: changed by somebody meanwhile')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Undo…' })).not.toBeInTheDocument();
});

test('only where the sheet places entries can it clear those it does not name', async () => {
  const column = { header: 'Decision', meaning: 'decision', examples: ['Retire'] } as const;
  await aCheck(() => anImport({ columns: [column] }));
  expect(screen.getByText('3 entries would change; nothing is saved yet.')).toBeInTheDocument();
  expect(screen.queryByRole('checkbox', { name: /^Also clear entries/ })).not.toBeInTheDocument();
});

test('leads to what was imported before', async () => {
  await openImport();
  expect(within(await screen.findByText(/^What was imported before stands in/)).getByRole('link')).toHaveAttribute(
    'href',
    '/plugins/content-strategy/history'
  );
});

test('who may not place sees neither tab nor page; who may not export no export', async () => {
  const can = { read: true, tag: false, audit: true, export: true, settings: true };
  const backend = createPagesBackend(aVocabulary({ can }));
  const { unmount } = openPage('/import', backend);
  expect(await screen.findByText(/don't have the permissions/)).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: 'Import' })).not.toBeInTheDocument();
  unmount();
  await openImport(undefined, { vocabulary: aVocabulary({ can: { ...can, tag: true, export: false } }) });
  expect(screen.getByRole('link', { name: 'Import' })).toHaveClass('active');
  expect(screen.queryByRole('button', { name: 'Export CSV' })).not.toBeInTheDocument();
});
