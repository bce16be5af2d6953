import type { Core } from '@strapi/strapi';
import type { MoveBody } from '../../core/analytics-api';
import { ANY_SEGMENT, type MovedSection } from '../../core/analytics/moved-section';
import { overrideKey } from '../../core/analytics/versions';
import { pathOf } from '../../core/import/url';
import { invalid, Refusal } from '../../core/refusal';
import type { SessionUser } from '../../http/session';
import { readUserNames } from '../../library/owners';
import { readMoves, removeMove, writeMove } from '../../stores/consumption/moves';
import { inTransaction } from '../../stores/transaction';

/** As long as its column. */
const LONGEST = 600;

/** Says that a section of the site moved. */
export const moveSection = async (
  strapi: Core.Strapi,
  input: MovedSection,
  { userId }: Pick<SessionUser, 'userId'>
): Promise<MovedSection> => {
  const move = sectionOf(input);
  if (move.from.length > LONGEST || move.to.length > LONGEST) {
    throw invalid('from', `\`from\`, \`to\`: neither may be longer than ${LONGEST} characters.`);
  }
  if (move.to.includes(ANY_SEGMENT)) throw invalid('to', '`to`: `*` stands for any segment in `from` only.');
  if (overrideKey(move.to) === overrideKey(move.from)) throw invalid('to', '`to`: it is the same as `from`.');
  await inTransaction(strapi, (trx) => writeMove(trx, move, { userId, at: Date.now() }));
  return move;
};

/** Takes that back. */
export const takeMoveBack = async (strapi: Core.Strapi, input: MovedSection): Promise<MovedSection> => {
  const move = sectionOf(input);
  if (await inTransaction(strapi, (trx) => removeMove(trx, move))) return move;
  throw new Refusal('not-found', `\`from\`: nobody said that "${move.from}" moved to "${move.to}".`, { field: 'from' });
};

const sectionOf = ({ from, to }: MovedSection): MovedSection => ({ from: prefixOf(from), to: prefixOf(to) });

/** A page of what people said has moved. */
export const movedSections = async (
  strapi: Core.Strapi,
  { limit, offset }: { readonly limit: number; readonly offset: number }
): Promise<{ readonly moves: readonly MoveBody[]; readonly total: number }> => {
  const all = await inTransaction(strapi, readMoves);
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
