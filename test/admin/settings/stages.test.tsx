import { screen, waitFor, within } from '@testing-library/react';
import { ContentStrategyProvider } from '../../../admin/api/ContentStrategyProvider';
import { StageSettings } from '../../../admin/settings/stages/StageSettings';
import type { PresetPreview, StageBody } from '../../../server/core/api';
import { aStage } from '../../support/builders';
import { createFakeBackend } from '../../support/fake-backend';
import { aQueryClient, renderAdmin, seriousFindings } from '../../support/render-admin';
import { connect } from '../../support/strapi-admin';
import { aVocabulary } from '../../support/tag-backend';

jest.mock('@strapi/strapi/admin', () =>
  jest.requireActual<{ strapiAdmin: () => object }>('../../support/strapi-admin').strapiAdmin()
);

const adoption = aStage('adoption', 'customer', { name: 'Adoption' });
const usage = aStage('usage', 'customer', { name: 'Usage' });
const stages: readonly StageBody[] = [
  { ...aStage('awareness', 'buyer', { name: 'Awareness', aliases: ['TOFU'] }), entries: 7 },
  { ...adoption, entries: 4 },
  { ...aStage('advocacy', 'customer', { name: 'Advocacy', position: 1 }), entries: 2 },
];
const preview: PresetPreview = {
  preset: 'short',
  moves: [
    { from: stages[0] as StageBody, to: stages[0] as StageBody, entries: 7 },
    { from: adoption, to: usage, entries: 4 },
    { from: stages[2] as StageBody, to: null, entries: 2 },
  ],
  added: [usage],
};

const open = () => {
  const backend = createFakeBackend();
  backend.on('GET', '/vocabulary', () => ({ data: aVocabulary() }));
  backend.on('GET', '/stages', () => ({ data: stages }));
  backend.on('PUT', '/stages/:key', (_body, [key]) => ({ data: stages.find((stage) => stage.key === key) }));
  backend.on('GET', '/stages/presets', () => ({ data: [{ key: 'short', name: 'Short', stages: [] }] }));
  backend.on('POST', '/stages/presets/:key/preview', () => ({ data: preview }));
  backend.on('POST', '/stages/presets/:key/apply', () => ({ data: preview }));
  connect(backend);
  return {
    backend,
    ...renderAdmin(
      <ContentStrategyProvider client={aQueryClient()}>
        <StageSettings />
      </ContentStrategyProvider>
    ),
  };
};

test('shows both journeys', async () => {
  const { container } = open();
  const after = await screen.findByRole('table', { name: 'After purchase' });
  expect(
    within(after)
      .getAllByRole('row')
      .map((row) => row.textContent)
  ).toEqual([expect.any(String), expect.stringContaining('Adoption'), expect.stringContaining('Advocacy')]);
  expect(await seriousFindings(container)).toEqual([]);
});

test('changes a stage with its playbook, one item a line', async () => {
  const { user, backend } = open();
  await user.click(await screen.findByRole('button', { name: 'Edit Awareness' }));
  const dialog = screen.getByRole('dialog', { name: 'Edit Awareness' });
  expect(within(dialog).queryByRole('combobox', { name: 'Journey' })).not.toBeInTheDocument();
  await user.type(within(dialog).getByRole('textbox', { name: 'Other names' }), '{Enter}top of the funnel');
  await user.type(within(dialog).getByRole('textbox', { name: 'Metrics' }), 'visits{Enter}{Enter}sign-ups');
  expect(await seriousFindings(dialog)).toEqual([]);
  await user.click(within(dialog).getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(backend.sent('PUT')).toHaveLength(1));
  expect(backend.sent('PUT')[0]).toMatchObject({
    data: { name: 'Awareness', aliases: ['TOFU', 'top of the funnel'], playbook: { metrics: ['visits', 'sign-ups'] } },
  });
  expect(backend.sent('PUT')[0]).not.toHaveProperty('data.journey');
});

test('applies a preset only after showing what becomes of each stage', async () => {
  const { user, backend } = open();
  await user.click(await screen.findByRole('button', { name: 'Apply a preset' }));
  const dialog = screen.getByRole('dialog', { name: 'Apply a preset' });
  expect(within(dialog).getByRole('button', { name: 'Apply' })).toBeDisabled();
  await user.click(within(dialog).getByRole('combobox', { name: 'Preset' }));
  await user.click(await screen.findByRole('option', { name: 'Short' }));

  const table = await within(dialog).findByRole('table', { name: 'What changes' });
  expect(
    within(table)
      .getAllByRole('row')
      .slice(1)
      .map((row) =>
        within(row)
          .getAllByRole('cell')
          .map((cell) => cell.textContent)
      )
  ).toEqual([
    ['Awareness', 'Stays', '7'],
    ['Adoption', 'Usage', '4'],
    ['Advocacy', 'Retires and keeps its entries', '2'],
  ]);
  expect(within(dialog).getByText('New: Usage')).toBeInTheDocument();
  await user.click(within(dialog).getByRole('button', { name: 'Apply' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(backend.log.at(-1)).toBeDefined();
  expect(backend.log.map(({ url }) => url)).toContain('/content-strategy/stages/presets/short/apply');
});
