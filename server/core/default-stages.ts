import type { Journey, Playbook, Stage } from './vocabulary';

/** A stage as it comes with the plugin. */
export type StageTemplate = Pick<Stage, 'key' | 'name' | 'journey' | 'aliases' | 'target' | 'playbook'>;

const stage = (
  journey: Journey,
  key: string,
  name: string,
  target: number,
  aliases: readonly string[],
  playbook: Playbook
): StageTemplate => ({ key, name, journey, aliases, target, playbook });

/** What every library starts with: the buyer's linear way to the purchase, the customer's stages after it. */
export const DEFAULT_STAGES: readonly StageTemplate[] = [
  stage('buyer', 'awareness', 'Awareness', 3, ['TOFU', 'top of the funnel'], {
    question: 'What is my problem?',
    goal: 'Educate and attract',
    owners: ['Marketing'],
    content: ['Blog posts', 'Guides', 'Checklists', 'Explainer videos', 'Social posts', 'Industry reports'],
    metrics: ['Organic traffic', 'Page views', 'Time on page', 'Sign-ups', 'Downloads'],
  }),
  stage('buyer', 'consideration', 'Consideration', 3, ['MOFU', 'middle of the funnel', 'evaluation'], {
    question: 'Which solutions exist, and which one fits?',
    goal: 'Be evaluated and short-listed',
    owners: ['Marketing', 'Sales'],
    content: ['Comparison pages', 'Feature pages', 'Demos', 'Case studies', 'ROI calculators', 'Webinars', 'Reviews'],
    metrics: ['Demo requests', 'Lead quality', 'Webinar registrations', 'Email engagement', 'Return visits'],
  }),
  stage('buyer', 'decision', 'Decision', 2, ['BOFU', 'bottom of the funnel', 'purchase'], {
    question: 'Can I trust this choice?',
    goal: 'Remove objections and make buying easy',
    owners: ['Sales'],
    content: ['Pricing pages', 'Trials', 'Testimonials', 'Implementation plans', 'Proposals', 'Security information'],
    metrics: ['Conversion', 'Trial to paid', 'Sales-cycle length', 'Close rate'],
  }),
  stage('customer', 'onboarding', 'Onboarding', 2, ['implementation', 'set-up', 'setup', 'post-purchase'], {
    question: 'How do I start?',
    goal: 'First value, fast',
    owners: ['Customer success', 'Support'],
    content: ['Welcome mails', 'Setup guides', 'Onboarding calls', 'Help articles', 'In-app messages'],
    metrics: ['Time to first value', 'Completion', 'First response time', 'Early tickets'],
  }),
  stage('customer', 'adoption', 'Adoption', 2, ['engagement', 'usage'], {
    question: 'How do I get more from it?',
    goal: 'Regular use and habits',
    owners: ['Customer success', 'Product', 'Support'],
    content: ['Tutorials', 'Feature tips', 'Use-case guides', 'Webinars', 'Milestone mails'],
    metrics: ['Active users', 'Feature adoption', 'Repeat logins'],
  }),
  stage('customer', 'retention', 'Retention', 2, ['renewal'], {
    question: 'Is it still worth it?',
    goal: 'Stay and renew',
    owners: ['Customer success', 'Account management'],
    content: ['Surveys', 'Success reports', 'Renewal check-ins', 'Loyalty offers'],
    metrics: ['Retention', 'Churn', 'Lifetime value', 'CSAT'],
  }),
  stage('customer', 'expansion', 'Expansion', 2, ['upsell', 'cross-sell'], {
    question: 'What else can it do for me?',
    goal: 'Upsell and cross-sell',
    owners: ['Account management', 'Sales'],
    content: ['Advanced-feature guides', 'Add-on pages', 'Integrations', 'Upgrade cases'],
    metrics: ['Expansion revenue', 'Upgrades', 'Attach rate'],
  }),
  stage('customer', 'advocacy', 'Advocacy', 2, ['referral'], {
    question: 'Would I recommend it?',
    goal: 'Reviews and referrals',
    owners: ['Customer success', 'Marketing'],
    content: ['Referral programmes', 'Review requests', 'Customer stories', 'Community'],
    metrics: ['NPS', 'Referrals', 'Reviews'],
  }),
];

/** A stage about which nothing was said. */
export const EMPTY_PLAYBOOK: Playbook = { question: '', goal: '', owners: [], content: [], metrics: [] };

/** Current entries wanted in a cell where nobody set another number. */
export const DEFAULT_TARGET = 2;
