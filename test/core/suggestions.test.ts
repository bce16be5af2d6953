import { DEFAULT_STAGES } from '../../server/core/default-stages';
import { PRESETS } from '../../server/core/presets';
import { suggestByName, type NamedThing } from '../../server/core/suggestions';

const said = (name: string, of: NamedThing): string | null => {
  const suggestion = suggestByName(name, DEFAULT_STAGES, of);
  return suggestion && (suggestion.excluded ?? suggestion.stages.join(' and '));
};

test.each([
  ['Case study', 'consideration'],
  ['case-studies', 'consideration'],
  ['pricingPage', 'decision'],
  ['Help article', 'adoption'],
  ['support-article', 'adoption'],
  ['Docs', 'adoption'],
  ['FAQ', 'adoption'],
  ['FAQs', 'adoption'],
  ['Guide', 'onboarding'],
  ['Tutorials', 'onboarding'],
  ['how-to', 'onboarding'],
  ['Blog post', 'awareness'],
  ['News', 'awareness'],
  ['Article', 'awareness'],
  ['Webinar', 'awareness'],
  ['Video', 'awareness'],
  ['changelog', 'retention'],
  ['Product', 'consideration'],
  ['Landing page', 'consideration'],
  ['Integration', 'expansion'],
  ['Referral programme', 'advocacy'],
  ['Legal page', 'legal'],
  ['privacy-policy', 'legal'],
  ['Imprint', 'legal'],
  ['Site navigation', 'navigation'],
  ['Redirection', 'navigation'],
  ['Error page', 'error-page'],
  ['Page', null],
  ['Library item', null],
  ['', null],
  ['Ärzte', null],
  ['É', null],
  ['constructor', null],
  ['Podium', null],
  ['Documentary', null],
  ['Survey', null],
  ['Course', null],
  ['Wine menu', null],
  ['Customer service', null],
])('a type called %s: %s', (name, expected) => {
  expect(said(name, 'type')).toBe(expected);
});

/** Values as libraries of some trades have them; `null`: they say nothing of a journey. */
const VALUES: Readonly<Record<string, [name: string, expected: string | null][]>> = {
  government: [
    ['Forest Service', null],
    ['U.S. Geological Survey', null],
    ['lessons learned', null],
    ['Census Bureau surveys', null],
    ['National Park Service', null],
    ['Digital service delivery', null],
    ['Terms-of-service agreements', null],
    ['Policies and regulations', null],
    ['Privacy', null],
    ['Security', null],
    ['Customer service', null],
    ['Health Insurance Marketplace', null],
    ['Help America Vote Act', null],
    ['Open data', null],
    ['Plain language', null],
    ['Community of practice', null],
    ['Ambassadors', null],
    ['Product and project management', null],
    ['Events', 'awareness'],
    ['Press releases', 'awareness'],
    ['podcast', 'awareness'],
  ],
  science: [
    ['Clinical trials', null],
    ['Case-control studies', null],
    ['Review of Particle Physics', null],
    ['Chemical solutions', null],
    ['Field guides to birds', null],
    ['Sky survey', null],
    ['Peer review', null],
    ['Feature extraction', null],
    ['Demonstration experiments', null],
    ['White papers', 'awareness'],
    ['Infographics', 'awareness'],
  ],
  health: [
    ['Support groups', null],
    ['Community health', null],
    ['Referrals', null],
    ['Patient advocacy', null],
    ['First aid', null],
    ['Mental health services', null],
    ['Case management', null],
    ['Help with alcohol', null],
    ['Plans', null],
    ['Patient stories', null],
    ['Frequently asked questions', 'adoption'],
  ],
  software: [
    ['Software integration', null],
    ['Security updates', null],
    ['Menu design', null],
    ['Error handling', null],
    ['Setup costs', null],
    ['Continuous integration', null],
    ['Comparison operators', null],
    ['Release management', null],
    ['Case studies', 'consideration'],
    ['Pricing', 'decision'],
    ['Plans & pricing', 'decision'],
    ['Getting started', 'onboarding'],
    ['Getting-started guides', 'onboarding'],
    ['Release notes', 'retention'],
    ['What’s new', 'retention'],
    ['Product updates', 'retention'],
    ['Customer stories', 'consideration'],
    ['Customers’ success stories', 'consideration'],
    ['How-to guides', 'onboarding'],
    ['How-tos', 'onboarding'],
    ['Video tutorials', 'onboarding'],
    ['Onboarding', 'onboarding'],
    ['Documentation', 'adoption'],
    ['Help center', 'adoption'],
    ['Troubleshooting', 'adoption'],
    ['Guides and tutorials', 'onboarding'],
    ['Add-ons', 'expansion'],
    ['Pricing FAQ', null],
    ['Privacy policy', 'legal'],
    ['Imprint', 'legal'],
  ],
  retail: [
    ['Special offers', null],
    ['Gift guides for her', null],
    ['Garden products', null],
    ['Delivery services', null],
    ['Header boards', null],
    ['Story time toys', null],
    ['New', null],
    ['Hair extensions', null],
    ['Buyer’s guides', 'consideration'],
    ['Buying guide', 'consideration'],
    ['Product comparisons', 'consideration'],
    ['Testimonials', 'decision'],
  ],
  education: [
    ['Course catalogue', null],
    ['Academy schools', null],
    ['Lesson plans', null],
    ['Teacher training', null],
    ['Success at school', null],
    ['News literacy', null],
    ['Welcome week', null],
    ['Integration of migrants', null],
    ['Guide dogs', null],
    ['Reporting', null],
    ['Blog', 'awareness'],
    ['News & events', 'awareness'],
    ['Tutorials', 'onboarding'],
  ],
};

describe.each(Object.entries(VALUES))('%s', (_trade, named) => {
  test.each(named)('a value called %s: %s', (name, expected) => {
    expect(said(name, 'value')).toBe(expected);
  });
});

test('what entries are about takes none of them out of the journeys', () => {
  expect(said('Terms of service', 'value')).toBe('legal');
  expect(said('Terms of service', 'subject')).toBeNull();
  expect(said('Case studies', 'subject')).toBe('consideration');
});

test('stages that join the usual ones are found by their other names; without the stage there is no guess', () => {
  const threePhase = PRESETS.find(({ key }) => key === 'three-phase')?.stages ?? [];
  expect(suggestByName('Help', threePhase, 'type')?.stages).toEqual(['post-purchase-engagement']);
  expect(suggestByName('Pricing', [], 'type')).toBeNull();
});
