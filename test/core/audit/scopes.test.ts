import { assess } from '../../../server/core/audit/assess';
import { FINDING_KEYS } from '../../../server/core/audit/findings';
import { GRADES } from '../../../server/core/evidence/evidence';
import { DECISION_KINDS } from '../../../server/core/decision';
import { decisionScopes, everyScope, judgedScopes } from '../../../server/core/audit/scopes';
import { aContext, anEntry, aVariant, someTags } from '../../support/builders';

const context = aContext();
const scopes = (pairs: string, excluded: 'legal' | null = null) =>
  assess(anEntry({ tags: someTags(pairs), excluded }), context).scopes;

test.each([
  ['', ['all', 'to-place']],
  [
    'finance.decision',
    ['all', 'placed', 'cell:finance/decision', 'persona:finance', 'stage:decision', 'journey:buyer'],
  ],
  [
    'everyone.adoption',
    ['all', 'placed', 'cell:everyone/adoption', 'persona:everyone', 'stage:adoption', 'journey:customer'],
  ],
  ['finance.-', ['all', 'to-place', 'cell:finance/not-set', 'persona:finance', 'stage:not-set']],
  [
    '-.onboarding',
    ['all', 'to-place', 'cell:not-set/onboarding', 'persona:not-set', 'stage:onboarding', 'journey:customer'],
  ],
  [
    // Each list once, however many pairs lead to it.
    'finance.decision ops.decision finance.onboarding',
    [
      'all',
      'placed',
      'cell:finance/decision',
      'persona:finance',
      'stage:decision',
      'journey:buyer',
      'cell:ops/decision',
      'persona:ops',
      'cell:finance/onboarding',
      'stage:onboarding',
      'journey:customer',
    ],
  ],
  ['it.decision finance.legacy', ['all', 'to-place']],
])('%s → %j', (pairs, expected) => {
  expect(scopes(pairs)).toEqual(expected);
});

test('an excluded entry stands in no cell, even with tags that came in by an import', () => {
  expect(scopes('finance.decision', 'legal')).toEqual(['all', 'excluded']);
});

test('every finding is a list, and the grade of evidence', () => {
  const { entry } = assess(anEntry({ variants: [aVariant({ expiresAt: 0, updatedAt: 0 })] }), context);
  expect(judgedScopes(entry)).toEqual(['finding:stale', 'finding:old', 'finding:expired', 'evidence:unmeasured']);
});

test('the scopes that are known before the first entry are those that entries can have', () => {
  const known = everyScope(context.axes, FINDING_KEYS);
  const [personas, stages] = [
    ['finance', 'ops', 'everyone', '-', 'it', 'nobody'],
    ['decision', 'onboarding', 'adoption', '-', 'legacy'],
  ];
  const everywhere = personas.flatMap((persona) => stages.map((stage) => `${persona}.${stage}`)).join(' ');
  const reached = new Set([
    ...scopes(everywhere),
    ...scopes(''),
    ...scopes('', 'legal'),
    ...DECISION_KINDS.flatMap((kind) => decisionScopes({ kind })),
    ...FINDING_KEYS.map((key) => `finding:${key}`),
    ...GRADES.map((grade) => `evidence:${grade}`),
  ]);
  expect([...reached].sort()).toEqual([...known].sort());
});
