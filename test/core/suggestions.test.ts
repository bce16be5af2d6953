import { DEFAULT_STAGES } from '../../server/core/default-stages';
import { PRESETS } from '../../server/core/presets';
import { suggestByName } from '../../server/core/suggestions';

test.each([
  ['Case study', 'consideration'],
  ['case-studies', 'consideration'],
  ['Pricing', 'decision'],
  ['pricingPage', 'decision'],
  ['Help article', 'adoption'],
  ['support-article', 'adoption'],
  ['Docs', 'adoption'],
  ['FAQ', 'adoption'],
  ['Guide', 'onboarding'],
  ['Tutorials', 'onboarding'],
  ['how-to', 'onboarding'],
  ['Getting started', 'onboarding'],
  ['Blog post', 'awareness'],
  ['News', 'awareness'],
  ['Article', 'awareness'],
  ['Webinar', 'awareness'],
  ['Video', 'awareness'],
  ['Release notes', 'retention'],
  ['changelog', 'retention'],
  ['Product', 'consideration'],
  ['Landing page', 'consideration'],
  ['Integration', 'expansion'],
  ['Referral programme', 'advocacy'],
])('%s serves %s', (name, stage) => {
  expect(suggestByName(name, DEFAULT_STAGES)).toEqual({ stages: [stage], excluded: null });
});

test.each([
  ['Legal page', 'legal'],
  ['privacy-policy', 'legal'],
  ['Imprint', 'legal'],
  ['Site navigation', 'navigation'],
  ['Error page', 'error-page'],
])('%s is no part of a journey: %s', (name, excluded) => {
  expect(suggestByName(name, DEFAULT_STAGES)).toEqual({ stages: [], excluded });
});

test.each(['Page', 'Library item', '', 'Ärzte', 'constructor', 'Podium', 'Documentary'])('%s says nothing', (name) => {
  expect(suggestByName(name, DEFAULT_STAGES)).toBeNull();
});

test('stages that join the usual ones are found by their other names; without the stage there is no guess', () => {
  const threePhase = PRESETS.find(({ key }) => key === 'three-phase')?.stages ?? [];
  expect(suggestByName('Help', threePhase)?.stages).toEqual(['post-purchase-engagement']);
  expect(suggestByName('Pricing', [])).toBeNull();
});
