import type { Core } from '@strapi/strapi';
import type { MoveBody } from '../../core/analytics-api';
import { ANY_SEGMENT, type MovedSection } from '../../core/analytics/moved-section';
import { overrideKey } from '../../core/analytics/versions';
import { pathOf } from '../../core/import/url';
import { invalid, Refusal } from '../../core/refusal';
import type { SessionUser } from '../../http/session';
import { readUserNames } from '../../library/owners';
import { readMoves, removeMove, writeMove, type StoredMove } from '../../stores/consumption/moves';
import { inTransaction } from '../../stores/transaction';
import { service } from '..';
import { seesAllAudited } from '../sees-all';
import { typesWithAddress } from './seen';

/** As long as its column. */
const LONGEST = 600;

/** Says that a section of the site moved. */
export const moveSection = async (
  strapi: Core.Strapi,
  input: MovedSection,
  { userId }: Pick<SessionUser, 'userId'>
): Promise<MovedSection> => {
  const move = sectionOf(input);
  for (const side of ['from', 'to'] as const) {
    if (move[side].length > LONGEST) throw invalid(side, `\`${side}\`: it is longer than ${LONGEST} characters.`);
  }
  if (move.to.includes(ANY_SEGMENT)) throw invalid('to', '`to`: `*` stands for any segment in `from` only.');
  if (overrideKey(move.to) === overrideKey(move.from)) throw invalid('to', '`to`: it is the same as `from`.');
  await inTransaction(strapi, (trx) => writeMove(trx, move, { userId, at: Date.now() }));
  return move;
};

/** Takes that back. */
export const takeMoveBack = async (
  strapi: Core.Strapi,
  input: MovedSection,
  user: SessionUser
): Promise<MovedSection> => {
  const move = sectionOf(input);
  const knows = await knowledgeOf(strapi, user);
  const isTaken = await inTransaction(strapi, async (trx) => {
    const kept = (await readMoves(trx)).find(({ from, to }) => from === move.from && to === move.to);
    return kept !== undefined && knows(kept) && removeMove(trx, move);
  });
  if (isTaken) return move;
  throw new Refusal('not-found', `\`from\`: nobody said that "${move.from}" moved to "${move.to}".`, { field: 'from' });
};

const sectionOf = ({ from, to }: MovedSection): MovedSection => ({ from: prefixOf(from), to: prefixOf(to) });

/**
 * Of which moves a user may know: a section shows parts of addresses, so of all it is for who may see every address, and
 * of what the user said himself.
 */
const knowledgeOf = async (
  strapi: Core.Strapi,
  { ability, userId: own }: Pick<SessionUser, 'ability' | 'userId'>
): Promise<(move: StoredMove) => boolean> => {
  const addressed = await typesWithAddress(strapi, ability);
  const audited = await service(strapi, 'contentTypes').audited();
  const seesAll = audited.every(({ uid }) => addressed.has(uid)) && (await seesAllAudited(strapi, ability));
  return ({ userId }) => seesAll || (userId !== null && userId === own);
};

/** A page of what people said has moved, as far as the user may know. */
export const movedSections = async (
  strapi: Core.Strapi,
  { limit, offset }: { readonly limit: number; readonly offset: number },
  user: SessionUser
): Promise<{ readonly moves: readonly MoveBody[]; readonly total: number }> => {
  const all = (await inTransaction(strapi, readMoves)).filter(await knowledgeOf(strapi, user));
  const shown = all.slice(offset, offset + limit);
  const names = await readUserNames(
    strapi,
    shown.flatMap(({ userId }) => userId ?? [])
  );
  const moves = shown.map(({ from, to, userId, at }) => ({
    from,
    to,
    by: userId === null ? null : (names.get(userId) ?? null),
    at: new Date(at).toISOString(),
  }));
  return { moves, total: all.length };
};

/** Without the slash at its end; `''` for the whole site. */
const prefixOf = (text: string): string => pathOf(text).replace(/\/$/, '');
