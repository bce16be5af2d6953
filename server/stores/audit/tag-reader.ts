import type { Core } from '@strapi/strapi';
import type { TagFacts } from '../../core/audit/facts';
import type { Decision } from '../../core/decision';
import type { ExclusionReason, TagOrigin } from '../../core/vocabulary';
import { DECISION_COLUMNS, IN_FORCE, readDecision, type DecisionColumns } from '../decision-rows';
import { inRange, type EntryRange } from '../entry-range';

/** The placements of a stretch of one type's entries, by document ID. */
export interface RangePlacements {
  readonly tags: ReadonlyMap<string, readonly TagFacts[]>;
  readonly exclusions: ReadonlyMap<string, ExclusionReason>;
  readonly decisions: ReadonlyMap<string, Decision>;
}

/** Reads tags, exclusions and decisions by range, in three queries however many entries stand in it. */
export const readPlacements = async (strapi: Core.Strapi, uid: string, range: EntryRange): Promise<RangePlacements> => {
  const rowsOf = (type: 'tag' | 'exclusion' | 'decision') => {
    const { tableName } = strapi.db.metadata.get(`plugin::content-strategy.${type}`);
    return inRange(strapi.db.getConnection(tableName).where('entry_uid', uid), range, 'entry_document_id');
  };
  const tags: readonly TagRow[] = await rowsOf('tag')
    .orderBy(['entry_document_id', 'persona', 'stage'])
    .select('entry_document_id', 'persona', 'stage', 'origin');
  const exclusions: readonly ExclusionRow[] = await rowsOf('exclusion').select('entry_document_id', 'reason');
  const decided: readonly DecisionRow[] = await rowsOf('decision')
    .where('ended_at', IN_FORCE)
    .select('entry_document_id', ...DECISION_COLUMNS);
  return {
    tags: groupTags(tags),
    exclusions: new Map(exclusions.map(({ entry_document_id, reason }) => [entry_document_id, reason])),
    decisions: new Map(decided.map((row) => [row.entry_document_id, readDecision(row)])),
  };
};

interface TagRow {
  readonly entry_document_id: string;
  readonly persona: string;
  readonly stage: string;
  readonly origin: TagOrigin;
}

interface ExclusionRow {
  readonly entry_document_id: string;
  readonly reason: ExclusionReason;
}

interface DecisionRow extends DecisionColumns {
  readonly entry_document_id: string;
}

const groupTags = (rows: readonly TagRow[]): ReadonlyMap<string, readonly TagFacts[]> => {
  const tags = new Map<string, TagFacts[]>();
  for (const { entry_document_id, persona, stage, origin } of rows) {
    const tag = { persona: persona || null, stage: stage || null, origin };
    const known = tags.get(entry_document_id);
    if (known === undefined) tags.set(entry_document_id, [tag]);
    else known.push(tag);
  }
  return tags;
};
