import type { Knex } from 'knex';
import { clientOf } from './columns';

/** Whether a column's text contains another, whatever their case. */
export const contains = (trx: Knex.Transaction, column: string, text: string): Knex.Raw =>
  clientOf(trx) === 'sqlite'
    ? trx.raw('?? glob ?', [column, `*${Array.from(text, eitherCase).join('')}*`])
    : trx.raw(`lower(??) like ? escape '!'`, [column, `%${text.toLowerCase().replace(/[!%_]/g, '!$&')}%`]);

/** SQLite's `lower` knows ASCII alone: each letter becomes a class of its cases. */
const eitherCase = (letter: string): string => {
  const cases = [...new Set([letter, letter.toLowerCase(), letter.toUpperCase()])].filter(isOneCharacter);
  return cases.length > 1 || /[*?[]/.test(letter) ? `[${cases.join('')}]` : letter;
};

/** Some letters become two in the other case; a class holds one. */
const isOneCharacter = (text: string): boolean => Array.from(text).length === 1;
