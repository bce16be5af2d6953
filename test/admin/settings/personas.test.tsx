import { screen, waitFor, within } from '@testing-library/react';
import { ContentStrategyProvider } from '../../../admin/api/ContentStrategyProvider';
import { PersonaSettings } from '../../../admin/settings/personas/PersonaSettings';
import type { PersonaBody, PersonaInput, PersonaPatch } from '../../../server/core/api';
import { aPersona } from '../../support/builders';
import { createFakeBackend, Refused } from '../../support/fake-backend';
import { aQueryClient, renderAdmin, seriousFindings } from '../../support/render-admin';
import { connect } from '../../support/strapi-admin';
import { aVocabulary } from '../../support/tag-backend';

jest.mock('@strapi/strapi/admin', () =>
  jest.requireActual<{ strapiAdmin: () => object }>('../../support/strapi-admin').strapiAdmin()
);

const person = (key: string, position: number, overrides: Partial<PersonaBody> = {}): PersonaBody => ({
  ...aPersona(key, { name: key, position }),
  entries: 0,
  ...overrides,
});

const open = async (first = [person('finance', 0, { entries: 3 }), person('it', 1), person('ops', 2)], can = {}) => {
  let personas: readonly PersonaBody[] = first;
  const backend = createFakeBackend();
  const vocabulary = aVocabulary();
  backend.on('GET', '/vocabulary', () => ({ data: { ...vocabulary, can: { ...vocabulary.can, ...can } } }));
  backend.on('GET', '/personas', () => ({ data: personas }));
  backend.on('POST', '/personas', (body) => {
    const { name } = (body as { data: PersonaInput }).data;
    if (!name) throw new Refused(400, '`name`: Write a name.', { field: 'name' });
    const added = person(name.toLowerCase(), personas.length, { name });
    personas = [...personas, added];
    return { data: added };
  });
  backend.on('PUT', '/personas/:key', (body, [key]) => {
    const { data } = body as { data: PersonaPatch };
    personas = personas.map((persona) => (persona.key === key ? { ...persona, ...data } : persona));
    return { data: personas.find((persona) => persona.key === key) };
  });
  backend.on('PUT', '/personas/order', (body) => {
    const { keys } = (body as { data: { keys: readonly string[] } }).data;
    personas = personas.map((persona) => ({ ...persona, position: keys.indexOf(persona.key) }));
    return { data: personas };
  });
  backend.on('DELETE', '/personas/:key', (_body, [key]) => {
    personas = personas.filter((persona) => persona.key !== key);
    return {};
  });
  connect(backend);
  const view = renderAdmin(
    <ContentStrategyProvider client={aQueryClient()}>
      <PersonaSettings />
    </ContentStrategyProvider>
  );
  return { ...view, backend };
};

test('lists personas in their order, and offers the first one where there is none', async () => {
  const { container, unmount } = await open();
  const table = await screen.findByRole('table', { name: 'Personas' });
  expect(within(table).getAllByRole('row')).toHaveLength(4);
  expect(within(table).getAllByRole('row')[1]).toHaveTextContent('finance');
  expect(within(table).getAllByRole('row')[1]).toHaveTextContent('3');
  expect(await seriousFindings(container)).toEqual([]);
  unmount();

  const { user } = await open([]);
  expect(await screen.findByText('For whom do you write? Add the first persona.')).toBeInTheDocument();
  await user.click(screen.getAllByRole('button', { name: 'Add persona' })[0] as HTMLElement);
  expect(screen.getByRole('dialog', { name: 'Add persona' })).toBeInTheDocument();
});

test('adds one; a refusal stands at its field', async () => {
  const { user } = await open();
  await user.click(await screen.findByRole('button', { name: 'Add persona' }));
  const dialog = screen.getByRole('dialog', { name: 'Add persona' });
  await user.click(within(dialog).getByRole('button', { name: 'Add' }));
  expect(await within(dialog).findByText(/Write a name\./)).toBeInTheDocument();
  expect(within(dialog).getByRole('textbox', { name: /^Name/ })).toHaveAccessibleDescription(/Write a name/);
  expect(await seriousFindings(dialog)).toEqual([]);

  await user.type(within(dialog).getByRole('textbox', { name: /^Name/ }), 'Auditor');
  await user.click(within(dialog).getByRole('button', { name: 'Add' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(await screen.findByText('Auditor')).toBeInTheDocument();
});

test('changes one', async () => {
  const { user, backend } = await open();
  await user.click(await screen.findByRole('button', { name: 'Edit it' }));
  await user.click(screen.getByRole('checkbox', { name: 'Uses the product' }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(backend.sent('PUT')).toHaveLength(1));
  expect(backend.sent('PUT')[0]).toMatchObject({ data: { name: 'it', buys: true, uses: false } });
});

test('retires and restores', async () => {
  const { user } = await open();
  await user.click(await screen.findByRole('button', { name: 'Retire ops' }));
  const retired = await screen.findByRole('table', { name: 'Retired' });
  await user.click(within(retired).getByRole('button', { name: 'Restore ops' }));
  await waitFor(() => expect(screen.queryByRole('table', { name: 'Retired' })).not.toBeInTheDocument());
});

test('moves one by keyboard', async () => {
  const { user, backend } = await open();
  // jsdom lays nothing out: rows stand 50 px below one another.
  jest.spyOn(HTMLTableRowElement.prototype, 'getBoundingClientRect').mockImplementation(function (this: HTMLElement) {
    const index = [...(this.parentElement?.children ?? [])].indexOf(this);
    return new DOMRect(0, index * 50, 500, 50);
  });
  (await screen.findByRole('button', { name: 'Move finance' })).focus();
  await user.keyboard(' ');
  expect(await screen.findByText(/^finance .* place 1 of 3\.$/)).toBeInTheDocument();
  await user.keyboard('{ArrowDown}');
  expect(await screen.findByText('finance is over place 2 of 3.')).toBeInTheDocument();
  await user.keyboard(' ');
  await waitFor(() => expect(backend.sent('PUT')).toEqual([{ data: { keys: ['it', 'finance', 'ops'] } }]));
  jest.restoreAllMocks();
});

test('deletes one that entries use only with somebody to take over', async () => {
  const { user, backend } = await open();
  await user.click(await screen.findByRole('button', { name: 'Delete finance' }));
  const dialog = screen.getByRole('dialog', { name: 'Delete finance?' });
  expect(within(dialog).getByText(/^3 entries use it\./)).toBeInTheDocument();
  const submit = within(dialog).getByRole('button', { name: 'Move entries and delete' });
  expect(submit).toBeDisabled();
  await user.click(within(dialog).getByRole('combobox', { name: /^Move them to/ }));
  await user.click(await screen.findByRole('option', { name: 'ops' }));
  await user.click(submit);
  await waitFor(() =>
    expect(backend.log).toContainEqual(
      expect.objectContaining({ method: 'DELETE', url: '/content-strategy/personas/finance?reassignTo=ops' })
    )
  );
});

test('is closed to who may not change settings', async () => {
  await open(undefined, { settings: false });
  expect(await screen.findByText(/permissions? to access/i)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Add persona' })).not.toBeInTheDocument();
});
