import { screen } from '@testing-library/react';
import { dayLine, daysOf } from '../../../admin/components/evidence/day-line';
import { EvidenceLines } from '../../../admin/components/evidence/EvidenceLines';
import type { EvidenceBody } from '../../../server/core/consumption-api';
import { aSilence, someViews } from '../../support/consumption-backend';
import { renderAdmin } from '../../support/render-admin';

jest.mock('@strapi/strapi/admin', () =>
  jest.requireActual<{ strapiAdmin: () => object }>('../../support/strapi-admin').strapiAdmin()
);

const unmeasured = (overrides: Partial<EvidenceBody>) =>
  someViews({
    grade: 'unmeasured',
    reason: 'interrupted',
    views: null,
    lastViewed: null,
    measuredDays: 41,
    windowDays: 90,
    ...overrides,
  });
const viewed = { views: 3, lastViewed: '2020-03-31' };

test.each<[string, EvidenceBody, ...string[]]>([
  ['viewed', someViews(viewed), 'Viewed or downloaded', '3 views, the last on Mar 31, 2020'],
  ['viewed, no day known', someViews({ views: 1, lastViewed: null }), 'Viewed or downloaded', '1 view'],
  [
    'not lately',
    someViews({ grade: 'dormant', ...viewed }),
    'Not lately',
    'No views in 180 measured days; 3 views before, the last on Mar 31, 2020',
  ],
  ['never', aSilence(), 'Never consumed', 'No views in 90 measured days'],
  [
    'never, up to a file that ended before',
    aSilence({ windowTo: '2020-03-31' }),
    'Never consumed',
    'No views in 90 measured days up to Mar 31, 2020',
  ],
  [
    'never, up to a file, many asked not to be counted',
    aSilence({ windowTo: '2020-03-31', uncountedShare: 0.24, delivered: false }),
    'Never consumed',
    'No counted views in 90 measured days up to Mar 31, 2020: 24% of visits to Guide entries asked not to be counted, and the API has not sent it either',
  ],
  [
    'not lately, up to a file',
    someViews({ grade: 'dormant', windowTo: '2020-06-30', ...viewed }),
    'Not lately',
    'No views in 180 measured days up to Jun 30, 2020; 3 views before, the last on Mar 31, 2020',
  ],
  [
    'too new, up to a file',
    someViews({
      grade: 'too-new',
      measuredDays: 41,
      windowTo: '2020-06-30',
      windowDays: 90,
      judgeableFrom: '2020-09-01',
    }),
    'Too new',
    'No views yet, 41 of 90 days measured up to Jun 30, 2020; can be judged from Sep 1, 2020',
  ],
  [
    'never, nor sent',
    aSilence({ delivered: false }),
    'Never consumed',
    'No views in 90 measured days, and the API has not sent it either',
  ],
  ['never, but sent', aSilence({ delivered: true }), 'Never consumed', 'No views in 90 measured days'],
  [
    'never, few asked not to be counted',
    aSilence({ uncountedShare: 0.18 }),
    'Never consumed',
    'No views in 90 measured days',
    '18% of visits to Guide entries asked not to be counted',
  ],
  [
    'never, many asked not to be counted',
    aSilence({ uncountedShare: 0.24 }),
    'Never consumed',
    'No counted views in 90 measured days: 24% of visits to Guide entries asked not to be counted',
  ],
  [
    'too new',
    someViews({ grade: 'too-new', measuredDays: 41, windowDays: 90, judgeableFrom: '2020-09-01' }),
    'Too new',
    'No views yet, 41 of 90 days measured; can be judged from Sep 1, 2020',
  ],
  ['interrupted', unmeasured({}), 'Not measured', 'Counting was interrupted: 41 of 90 days measured'],
  [
    'interrupted, viewed before',
    unmeasured(viewed),
    'Not measured',
    'Counting was interrupted: 41 of 90 days measured; 3 views before, the last on Mar 31, 2020',
  ],
  ['no source', unmeasured({ reason: 'no-source' }), 'Not measured', 'Nothing counts its views yet'],
  [
    'no address',
    unmeasured({ reason: 'url-unmapped' }),
    'Not measured',
    'Its address is not known, or other entries share it',
  ],
  ['cut off', unmeasured({ reason: 'below-cut-off' }), 'Not measured', 'The analytics file does not list everything'],
  [
    'its address may have changed',
    unmeasured({ reason: 'address-changed', addresses: { counted: [], doubted: ['/blog/a'] } }),
    'Not measured',
    'Its address may have changed',
    'Viewed, and of no entry: /blog/a',
  ],
  [
    'viewed at other addresses',
    unmeasured({ reason: 'no-source', addresses: { counted: ['/a', '/b'], doubted: [] } }),
    'Not measured',
    'Nothing counts its views yet',
    'Counted on former addresses: /a, /b',
  ],
  ['unpublished', someViews({ grade: 'unpublished' }), 'Not published', 'No customer can have seen it'],
])('%s', (_name, evidence, ...lines) => {
  const { container } = renderAdmin(<EvidenceLines evidence={evidence} contentType="Guide" />);
  expect(screen.getByText(lines[0] ?? '').querySelector('svg')).toBeInTheDocument();
  // Strapi's own paragraphs, for screen readers, are empty.
  const said = [...container.querySelectorAll('p')].map(({ textContent }) => textContent);
  expect(said.filter(Boolean)).toEqual(lines.slice(1));
});

describe('a line of days', () => {
  const day = (views: number | null) => ({ views: views ?? 0, isMeasured: views !== null });

  test.each([
    ['nothing', [], { length: 0, gaps: [], bars: [] }],
    ['zero has no bar and no gap', [0, 0], { length: 2, gaps: [], bars: [] }],
    [
      'runs of gaps',
      [null, 0, null, null],
      {
        length: 4,
        gaps: [
          { at: 0, length: 1 },
          { at: 2, length: 2 },
        ],
        bars: [],
      },
    ],
    [
      'bars against the highest',
      [5, 0, 10],
      {
        length: 3,
        gaps: [],
        bars: [
          { at: 0, height: 0.5 },
          { at: 2, height: 1 },
        ],
      },
    ],
  ] as const)('%s', (_name, views, line) => {
    expect(dayLine(views.map(day))).toEqual(line);
  });

  test('of a window holds each of its days, over the end of a month', () => {
    expect(
      daysOf(
        { from: '2026-02-27', to: '2026-03-02' },
        [{ from: '2025-01-01', to: '2026-02-28' }],
        [{ day: '2026-03-01', views: 4 }]
      )
    ).toEqual([
      { views: 0, isMeasured: true },
      { views: 0, isMeasured: true },
      { views: 4, isMeasured: false },
      { views: 0, isMeasured: false },
    ]);
  });
});
