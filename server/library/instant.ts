import type { Instant } from '../core/audit/facts';

/** A timestamp as the host's driver returns it: a number on SQLite, a Date on PostgreSQL and MySQL, a string for plain dates. */
export const toInstant = (value: unknown): Instant | null => {
  if (value === null || value === undefined || value === '') return null;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.getTime();
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return null;
  const text = value;
  const parsed = /^\d+$/.test(text) ? Number(text) : Date.parse(text);
  return Number.isNaN(parsed) ? null : parsed;
};
