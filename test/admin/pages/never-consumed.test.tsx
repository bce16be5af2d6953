import { screen, waitFor, within } from '@testing-library/react';
import type { NeverConsumedBody } from '../../../server/core/consumption-api';
import { anInventoryRow } from '../../support/builders';
import { aSilence, aSummary } from '../../support/consumption-backend';
import { anAudit } from '../../support/coverage-body';
import { addBulkDecisions, decided } from '../../support/decision-backend';
import { Refused } from '../../support/fake-backend';
import { aList, createPagesBackend, lastQuery, openPage } from '../../support/pages-backend';
import { seriousFindings } from '../../support/render-admin';
import { ARTICLE, aVocabulary } from '../../support/tag-backend';

jest.mock('@strapi/strapi/admin', () =>
  jest.requireActual<{ strapiAdmin: () => object }>('../../support/strapi-admin').strapiAdmin()
);

const openNever = async (
  search = '',
  summary: Partial<NeverConsumedBody> = {},
  vocabulary = aVocabulary(),
  ofPersona: Partial<NeverConsumedBody> = summary
) => {
  const backend = createPagesBackend(vocabulary);
  backend.on('GET', '/never-consumed', (_body, _params, { persona }) => ({
    data: aSummary(persona === undefined ? summary : ofPersona),
  }));
  backend.on('GET', '/inventory', () =>
    aList([anInventoryRow({ title: 'Old webinar', evidence: aSilence({ delivered: false }) })])
  );
  addBulkDecisions(backend);
  const page = openPage(`/never-consumed${search}`, backend);
  await screen.findByRole('heading', { name: 'Never consumed', level: 1 });
  return page;
};

const sentenceOf = (link: string) => screen.getByRole('link', { name: link }).closest('p');

test('opens with the sentence, whose numbers lead to their groups', async () => {
  const { backend, container } = await openNever();
  const sentence = await screen.findByText(
    (_text, element) =>
      element?.tagName === 'P' &&
      /^38 of 131 measured entries have never been viewed; 12 cannot be judged\./.test(element.textContent)
  );
  expect(within(sentence).getByRole('link', { name: '12' })).toHaveAttribute(
    'href',
    '/plugins/content-strategy/never-consumed?silence=cannot-judge'
  );
  expect(lastQuery(backend, '/inventory')).toEqual({
    silence: 'never-viewed',
    page: '1',
    pageSize: '20',
    sort: 'measuredDays:desc',
  });
  const row = within((await screen.findByRole('link', { name: 'Old webinar' })).closest('tr') ?? document.body);
  expect(row.getByText('Never consumed')).toBeInTheDocument();
  expect(row.getByText('No views in 90 measured days, and the API has not sent it either')).toBeInTheDocument();
  expect(screen.getByText('Before you retire anything:')).toBeInTheDocument();
  expect(await seriousFindings(container)).toEqual([]);
});

test('numbers that were not counted to their end are said to be at least so many', async () => {
  await openNever('', { isExact: false });
  expect(sentenceOf('131 measured entries')).toHaveTextContent(/These are at least so many/);
});

test('one group at a time, named in the URL', async () => {
  const { user, backend, query } = await openNever();
  await user.click(await screen.findByRole('radio', { name: 'Watching (7)' }));
  expect(query()).toEqual({ silence: 'watching' });
  await waitFor(() => expect(lastQuery(backend, '/inventory')['silence']).toBe('watching'));
  expect(screen.queryByText('Before you retire anything:')).not.toBeInTheDocument();
});

test('what cannot be judged says why and what helps, and lists one cause alone', async () => {
  const { user, query, container } = await openNever('?silence=cannot-judge');
  const causes = within(await screen.findByRole('region', { name: 'Why they cannot be judged' }));
  expect(causes.getByText('Counting was interrupted')).toBeInTheDocument();
  expect(causes.getByRole('link', { name: 'See measured days' })).toHaveAttribute(
    'href',
    '/plugins/content-strategy/measurement'
  );
  expect(causes.getByRole('link', { name: 'Set the URL pattern' })).toHaveAttribute(
    'href',
    '/settings/content-strategy/content-types'
  );
  expect(await seriousFindings(container)).toEqual([]);
  await user.click(causes.getByRole('link', { name: '4 entries' }));
  expect(query()).toEqual({ silence: 'cannot-judge', evidenceReason: 'url-unmapped' });
  expect(screen.getByText('Why not measured: Address not known or shared')).toBeInTheDocument();
});

test('the bar’s filters go to list and export, and clearing them leaves the group', async () => {
  URL.createObjectURL = () => 'blob:x';
  URL.revokeObjectURL = () => undefined;
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  const { user, backend, query } = await openNever('?silence=watching&persona=finance');
  await screen.findByRole('link', { name: 'Old webinar' });
  backend.on('GET', '/exports/:name', () => new Blob());
  await user.click(screen.getByRole('button', { name: 'Export CSV' }));
  await waitFor(() =>
    expect(lastQuery(backend, '/exports/never-consumed.csv')).toEqual({ silence: 'watching', persona: 'finance' })
  );
  await user.click(screen.getByRole('button', { name: 'Clear all filters' }));
  expect(query()).toEqual({ silence: 'watching' });
});

test('the sentence is of the library, the groups are of what the filters leave', async () => {
  const ofPersona = { isExact: false, neverConsumed: 9, watching: 10_001 };
  const { backend } = await openNever('?persona=finance', {}, aVocabulary(), ofPersona);
  expect(await screen.findByRole('radio', { name: 'Never viewed (at least 9)' })).toBeInTheDocument();
  expect(screen.getByRole('radio', { name: 'Watching (at least 10,000)' })).toBeInTheDocument();
  expect(sentenceOf('131 measured entries')).toHaveTextContent('38 of 131');
  expect(lastQuery(backend, '/never-consumed')).toEqual({ persona: 'finance' });
});

test('only what is published is listed: there is no other filter of it', async () => {
  const { backend } = await openNever('?counted=all');
  await waitFor(() => expect(lastQuery(backend, '/inventory')).not.toHaveProperty('counted'));
  expect(lastQuery(backend, '/never-consumed')).toEqual({});
});

describe('keep, because …', () => {
  test('needs a reason and a day', async () => {
    const { user, backend } = await openNever();
    await user.click(await screen.findByRole('button', { name: 'Keep, because… (Old webinar)' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Keep 1 entry' }));
    const apply = dialog.getByRole('button', { name: 'Apply' });
    expect(apply).toBeDisabled();
    await user.type(dialog.getByRole('textbox', { name: 'Because' }), 'Law asks for it');
    const until = dialog.getByLabelText(/^Until/);
    await user.clear(until);
    await user.type(until, '2098-12-01');
    await waitFor(() => expect(apply).toBeEnabled());
    expect(await seriousFindings(screen.getByRole('dialog'))).toEqual([]);
    await user.click(apply);
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(decided(backend).at(-1)).toEqual({
      entries: [{ uid: ARTICLE, documentId: 'doc1' }],
      decision: { kind: 'keep', note: 'Law asks for it', due: '2098-12-01' },
    });
  });

  test('is done for many as placing and deciding are', async () => {
    const { user } = await openNever();
    await user.click(await screen.findByRole('checkbox', { name: 'Select Old webinar' }));
    const bar = within(screen.getByRole('group', { name: 'Selection' }));
    for (const name of ['Place…', 'Decide…', 'Keep, because…'])
      expect(bar.getByRole('button', { name })).toBeInTheDocument();
  });

  test('is not offered to who may not', async () => {
    const can = { read: true, tag: false, audit: true, export: true, settings: false };
    await openNever('', {}, aVocabulary({ can }));
    await screen.findByRole('link', { name: 'Old webinar' });
    expect(screen.queryByRole('button', { name: /because/ })).not.toBeInTheDocument();
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
  });
});

test('says that some are kept', async () => {
  await openNever('', { kept: 3 });
  expect(await screen.findByRole('link', { name: '3' })).toHaveAttribute(
    'href',
    '/plugins/content-strategy/never-consumed?silence=kept'
  );
});

test('stands in the glance of Coverage once something was measured', async () => {
  const backend = createPagesBackend();
  backend.on('GET', '/never-consumed', () => ({ data: aSummary() }));
  openPage('', backend);
  const glance = within(await screen.findByRole('region', { name: 'Your content at a glance' }));
  expect(await glance.findByRole('link', { name: '38' })).toHaveAttribute(
    'href',
    '/plugins/content-strategy/never-consumed?silence=never-viewed'
  );
  expect(glance.getByRole('link', { name: '131 measured' })).toHaveAttribute(
    'href',
    '/plugins/content-strategy/inventory?evidence=measured&counted=published'
  );
  expect(glance.getByRole('link', { name: '12' })).toBeInTheDocument();
});

describe('states', () => {
  test('before anything was measured: what to do', async () => {
    await openNever('', {
      measured: 0,
      neverConsumed: 0,
      watching: 0,
      cannotJudge: [{ reason: 'no-source', entries: 164 }],
    });
    expect(await screen.findByText(/viewed your 164 published entries/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Drop a GA4 export' })).toHaveAttribute(
      'href',
      '/plugins/content-strategy/import'
    );
    expect(screen.getByRole('link', { name: 'Switch on the tracker' })).toHaveAttribute(
      'href',
      '/plugins/content-strategy/measurement'
    );
    expect(screen.queryByRole('grid')).not.toBeInTheDocument();
  });

  test('nothing in a group, out of date', async () => {
    const backend = createPagesBackend();
    backend.on('GET', '/never-consumed', () => ({ data: aSummary({ watching: 0 }) }));
    backend.on('GET', '/inventory', () => aList([], { audit: anAudit({ outdated: true }) }));
    openPage('/never-consumed?silence=watching', backend);
    expect(await screen.findByText(/^No entry is being watched/)).toBeInTheDocument();
    expect(screen.getByText('Out of date.')).toBeInTheDocument();
  });

  test('failed, and tried again', async () => {
    const backend = createPagesBackend();
    backend.on('GET', '/never-consumed', () => {
      throw new Refused(500, 'The database is away.');
    });
    const { user } = openPage('/never-consumed', backend);
    expect(await screen.findByText('The database is away.')).toBeInTheDocument();
    backend.on('GET', '/never-consumed', () => ({ data: aSummary() }));
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('grid')).toBeInTheDocument();
  });

  test('forbidden', async () => {
    const backend = createPagesBackend();
    backend.on('GET', '/never-consumed', () => {
      throw new Refused(403, 'Forbidden');
    });
    openPage('/never-consumed', backend);
    expect(await screen.findByText(/don't have the permissions/i)).toBeInTheDocument();
  });
});
