import type { AuditBody, CoverageBody, CoverageCell, GlanceBody } from '../../server/core/api';
import { JOURNEYS, type Stage } from '../../server/core/vocabulary';
import { judgeCell } from '../../server/core/coverage/judge';
import { UNMEASURED, UNMEASURED_CELL } from './builders';
import { aVocabulary } from './tag-backend';

export const anAudit = (overrides: Partial<AuditBody> = {}): AuditBody => ({
  id: 7,
  status: 'finished',
  trigger: 'manual',
  name: null,
  progress: 100,
  startedAt: '2026-06-15T11:59:00.000Z',
  finishedAt: '2026-06-15T12:00:00.000Z',
  error: null,
  outdated: false,
  ...overrides,
});

/** Finance lead, IT admin, Ops × Awareness, Decision, Onboarding, with these current entries. */
export const aCoverage = (
  counts: readonly (readonly number[])[] = [
    [4, 1, 0],
    [2, 2, 5],
    [0, 1, 2],
  ],
  overrides: Partial<CoverageBody> = {},
  stages: readonly Stage[] = aVocabulary().stages
): CoverageBody => {
  const { personas } = aVocabulary();
  let rank = 0;
  const cells = personas.flatMap((persona, row) =>
    stages.map((stage, column): CoverageCell => {
      const current = counts[row]?.[column] ?? 0;
      const verdict = judgeCell(current, stage.target, null);
      return {
        persona: persona.key,
        journey: stage.journey,
        stage: stage.key,
        current,
        old: 0,
        everyone: 0,
        sharedOnly: false,
        target: stage.target,
        verdict,
        notNeeded: null,
        ...UNMEASURED_CELL,
        rank: verdict === 'gap' ? ++rank : null,
      };
    })
  );
  const total = (of: (cell: CoverageCell) => boolean) => ({
    current: cells.filter(of).reduce((sum, { current }) => sum + current, 0),
    old: 0,
  });
  return {
    audit: anAudit(),
    counted: 'published',
    personas,
    stages,
    cells,
    journeyCells: personas.flatMap(({ key }) =>
      JOURNEYS.map((journey) => ({
        persona: key,
        journey,
        ...total((cell) => cell.persona === key && cell.journey === journey),
        ...UNMEASURED,
      }))
    ),
    everyone: [],
    notSet: { persona: [], stage: [] },
    handoffs: [
      { persona: 'it', handoff: 'kept' },
      { persona: 'finance', handoff: 'broken' },
    ],
    gaps: cells
      .filter((cell) => cell.rank !== null)
      .map(({ persona, stage }) => ({
        persona,
        stage,
        question: `${stage}?`,
        content: [`${stage} page`],
        nearest: { persona: 'it', stage, entries: 5 },
      })),
    totals: {
      entries: 164,
      placed: 143,
      toPlace: 21,
      excluded: 0,
      personas: Object.fromEntries(personas.map(({ key }) => [key, total((cell) => cell.persona === key)])),
      stages: Object.fromEntries(stages.map(({ key }) => [key, total((cell) => cell.stage === key)])),
      journeys: { buyer: { current: 10, old: 0 }, customer: { current: 7, old: 0 } },
    },
    consumption: {
      period: null,
      from: null,
      to: null,
      personas: {},
      stages: {},
      journeys: { buyer: UNMEASURED, customer: UNMEASURED },
    },
    sparse: false,
    ...overrides,
  };
};

export const aGlance = (overrides: Partial<GlanceBody> = {}): GlanceBody => ({
  audit: anAudit(),
  entries: 200,
  contentTypes: [{ uid: 'api::article.article', displayName: 'Article', entries: 200 }],
  ageBy: 'edited',
  findings: [
    { finding: 'stale', entries: 64 },
    { finding: 'owner-left', entries: 30 },
    { finding: 'expired', entries: 0 },
  ],
  ownersGone: 12,
  ...overrides,
});
