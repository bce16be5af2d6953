import { screen, waitFor, within } from '@testing-library/react';
import type { MeasurementBody, SourceBody } from '../../../server/core/consumption-api';
import { aMeasurement } from '../../support/consumption-backend';
import { Refused } from '../../support/fake-backend';
import { createPagesBackend, lastQuery, openPage } from '../../support/pages-backend';
import { seriousFindings } from '../../support/render-admin';

jest.mock('@strapi/strapi/admin', () =>
  jest.requireActual<{ strapiAdmin: () => object }>('../../support/strapi-admin').strapiAdmin()
);

const BEACON = aMeasurement().beacon;

const openMeasurement = async (measurement: Partial<MeasurementBody> = {}, search = '') => {
  const backend = createPagesBackend();
  backend.on('GET', '/measurement', () => ({ data: aMeasurement(measurement) }));
  backend.on('GET', '/measurement/last-event', () => ({ data: { at: null } }));
  const page = openPage(`/measurement${search}`, backend);
  await screen.findByRole('heading', { name: 'Measurement', level: 1 });
  return page;
};

describe('what was measured', () => {
  test('is a table of sources and types, with the measured days as number and as picture', async () => {
    const { container } = await openMeasurement();
    const table = within(screen.getByRole('table', { name: 'What was measured' }));
    expect(table.getByText('www.example.com')).toBeInTheDocument();
    expect(table.getByText('Tracker · 70 views · Jun 1 to Jun 10')).toBeInTheDocument();
    const german = table.getByRole('row', { name: /^Article · de/ });
    expect(within(german).getByText('8 of 10 days')).toBeInTheDocument();
    expect(within(german).getByText('70')).toBeInTheDocument();
    const band = within(german).getByRole('img', {
      name: 'Article · de: measured Jun 1 to Jun 5, Jun 8 to Jun 10',
    });
    expect(band.querySelectorAll('[data-gap]')).toHaveLength(1);
    expect(band.querySelectorAll('[data-bar]')).toHaveLength(2);
    expect(table.getByRole('img', { name: 'Files: no measured day' })).toBeInTheDocument();
    expect(table.getByRole('img', { name: 'Views per day: 70 in total, 60 on the busiest day' })).toBeInTheDocument();
    expect(await seriousFindings(container)).toEqual([]);
  });

  test('a file tells its views as one sum, and measures its days of the period', async () => {
    await openMeasurement();
    const rows = within(screen.getByRole('table', { name: 'What was measured' })).getAllByRole('row');
    const imported = rows.find(({ textContent }) => textContent.startsWith('Article5 of 10 days'));
    expect(imported).toBeDefined();
    expect(screen.getByText(/^Analytics file · 1,234 views/)).toBeInTheDocument();
  });

  test('of a longer time, as the URL says', async () => {
    const { user, backend, query } = await openMeasurement();
    expect(lastQuery(backend, '/measurement')).toEqual({ days: '90' });
    await user.click(screen.getByRole('radio', { name: '400 days' }));
    expect(query()).toEqual({ days: '400' });
    await waitFor(() => expect(lastQuery(backend, '/measurement')).toEqual({ days: '400' }));
  });

  test('is nothing yet: what to do', async () => {
    await openMeasurement({ sources: [] });
    expect(screen.getByRole('link', { name: 'Drop a GA4 export' })).toBeInTheDocument();
  });
});

test('what was not counted, by reason and type', async () => {
  await openMeasurement();
  const table = within(screen.getByRole('table', { name: 'What was not counted' }));
  expect(table.getByRole('row', { name: /^Robots.* 24 Article 20, Files 4$/ })).toBeInTheDocument();
  expect(table.getByRole('row', { name: /^Another site.* 3/ })).toBeInTheDocument();
});

describe('the tracker', () => {
  test('switched off: how to switch it on', async () => {
    await openMeasurement({ beacon: { enabled: false, snippet: null, origins: [] } });
    expect(screen.getByText(/^The tracker is switched off/)).toBeInTheDocument();
    expect(screen.getByRole('group', { name: 'What to add to config/plugins' })).toHaveTextContent('content-strategy');
    expect(screen.queryByText(/^Waiting for/)).not.toBeInTheDocument();
  });

  test('its snippet is copied', async () => {
    const { user } = await openMeasurement();
    const snippet = within(screen.getByRole('group', { name: 'Snippet for your website' }));
    await user.click(snippet.getByRole('button', { name: 'Copy' }));
    expect(await screen.findByText('Copied.')).toBeInTheDocument();
    expect(await navigator.clipboard.readText()).toBe(BEACON.snippet);
  });

  test('waits for the first event, then says that it came', async () => {
    const { backend } = await openMeasurement();
    expect(await screen.findByText(/^Waiting for the first event…/)).toBeInTheDocument();
    expect(screen.queryByText('www.example.org')).not.toBeInTheDocument();
    const [source] = aMeasurement().sources;
    const first = { ...(source as SourceBody), name: 'www.example.org' };
    backend.on('GET', '/measurement', () => ({ data: aMeasurement({ sources: [first] }) }));
    backend.on('GET', '/measurement/last-event', () => ({ data: { at: new Date().toISOString() } }));
    expect(await screen.findByText(/^Received: the last event came/)).toBeInTheDocument();
    expect(await screen.findByText('www.example.org')).toBeInTheDocument();
  });
});

test('deliveries are told apart from views', async () => {
  await openMeasurement({ deliveries: { enabled: true, since: '2026-03-01T00:00:00.000Z' } });
  expect(screen.getByText(/^It is noted since Mar 1 what the API sends/)).toBeInTheDocument();
});

test('failed, forbidden', async () => {
  const backend = createPagesBackend();
  backend.on('GET', '/measurement', () => {
    throw new Refused(500, 'The database is away.');
  });
  openPage('/measurement', backend);
  expect(await screen.findByText('The database is away.')).toBeInTheDocument();
  const forbidden = createPagesBackend();
  forbidden.on('GET', '/measurement', () => {
    throw new Refused(403, 'Forbidden');
  });
  openPage('/measurement', forbidden);
  expect(await screen.findByText(/don't have the permissions/)).toBeInTheDocument();
});
