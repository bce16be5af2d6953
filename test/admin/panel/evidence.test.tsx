import { screen, within } from '@testing-library/react';
import { ContentStrategyProvider } from '../../../admin/api/ContentStrategyProvider';
import { PanelBody } from '../../../admin/content-manager/panel/PanelContent';
import type { EntryEvidenceBody } from '../../../server/core/consumption-api';
import { anEntryEvidence, aSilence, someDays, someViews } from '../../support/consumption-backend';
import { aQueryClient, renderAdmin, seriousFindings } from '../../support/render-admin';
import { connect } from '../../support/strapi-admin';
import { ARTICLE, createTagBackend } from '../../support/tag-backend';

jest.mock('@strapi/strapi/admin', () =>
  jest.requireActual<{ strapiAdmin: () => object }>('../../support/strapi-admin').strapiAdmin()
);

const openPanel = async (evidence: Partial<EntryEvidenceBody> = {}) => {
  const backend = createTagBackend();
  backend.on('GET', '/evidence/:uid/:documentId', () => ({ data: anEntryEvidence(evidence) }));
  connect(backend);
  const view = renderAdmin(
    <ContentStrategyProvider client={aQueryClient()}>
      <PanelBody model={ARTICLE} documentId="doc1" />
    </ContentStrategyProvider>
  );
  return { ...view, panel: within(await screen.findByRole('group', { name: 'Consumption' })) };
};

test('says the grade, what it rests on, and the last days with those that nobody measured', async () => {
  const { panel, container } = await openPanel();
  expect(panel.getByText('Viewed or downloaded')).toBeInTheDocument();
  const chart = panel.getByRole('img', {
    name: 'Views per day from Jun 10 to Jun 14: 12 views; 2 days not measured',
  });
  expect(chart.querySelectorAll('[data-gap]')).toHaveLength(1);
  expect(chart.querySelectorAll('[data-bar]')).toHaveLength(2);
  expect(panel.getByText('Hatched: 2 days not measured')).toBeInTheDocument();
  expect(panel.getByText('Counted by www.example.com')).toBeInTheDocument();
  expect(await seriousFindings(container)).toEqual([]);
});

test('views of a file that tells no single days are one sentence, over the bars of the tracker', async () => {
  const { panel } = await openPanel({
    evidence: someViews({ views: 1540, sources: ['ga4.csv', 'www.example.com'] }),
    periods: [{ from: '2025-11-30', to: '2026-11-29', views: 1540 }],
  });
  const sentence = '1,540 views from Nov 30, 2025 to Nov 29, 2026, of a file that tells no single days';
  expect(panel.getByText(sentence).closest('details')).toBeNull();
  expect(panel.getByRole('img', { name: /: 12 views/ }).querySelectorAll('[data-bar]')).toHaveLength(2);
  expect(panel.queryByText(/1,540 views, the last/)).not.toBeInTheDocument();
  expect(panel.queryByText(/more views/)).not.toBeInTheDocument();
  expect(panel.getByText('Counted by ga4.csv, www.example.com').closest('details')).not.toHaveAttribute('open');
});

test('views of a file beside those of a tracker are told apart, among the details', async () => {
  const { panel } = await openPanel({
    evidence: someViews({ views: 1552 }),
    periods: [{ from: '2024-11-30', to: '2025-11-29', views: 1540 }],
  });
  expect(panel.getByText('1,552 views, the last on Jun 14')).toBeInTheDocument();
  expect(panel.getByText(/^1,540 views from Nov 30, 2024/).closest('details')).not.toBeNull();
});

test('views of before the bars are among the details; days without any view draw no flat line', async () => {
  const { panel } = await openPanel({ evidence: someViews({ views: 112 }), days: someDays([0, 0, 0]) });
  expect(panel.getByText('112 views earlier').closest('details')).not.toBeNull();
  expect(panel.queryByRole('img')).not.toBeInTheDocument();
});

test('shows languages where they fare differently', async () => {
  const { panel } = await openPanel({
    versions: [
      { locale: 'en', evidence: someViews() },
      { locale: 'de', evidence: aSilence() },
    ],
  });
  expect(within(panel.getByText('de').closest('li') ?? document.body).getByText('Never consumed')).toBeInTheDocument();
});

test('is folded up where nothing was measured', async () => {
  const { panel, user } = await openPanel({
    evidence: someViews({
      grade: 'unmeasured',
      reason: 'no-source',
      views: null,
      lastViewed: null,
      measuredDays: 0,
      sources: [],
    }),
    days: someDays([null, null]),
  });
  const reason = panel.getByText('Nothing counts its views yet');
  expect(reason.closest('details')).not.toHaveAttribute('open');
  expect(panel.queryByRole('img')).not.toBeInTheDocument();
  await user.click(panel.getAllByText('Not measured')[0] ?? document.body);
  expect(reason.closest('details')).toHaveAttribute('open');
});
