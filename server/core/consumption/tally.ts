import type { Day } from '../evidence/day';
import type { Asset, Target } from './event';

/** An event with what it turned out to be. */
export interface Judged {
  readonly source: string;
  readonly target: Target;
  /** The page named what was read, instead of its path alone. */
  readonly isNamed: boolean;
}

/** What is added to the tables: each key once. In an order that is the same everywhere, so that writers cannot deadlock. */
export interface Tally {
  readonly views: readonly ViewRow[];
  readonly days: readonly DayRow[];
  readonly drops: readonly DropRow[];
  readonly doubts: readonly DoubtRow[];
  readonly formerPaths: readonly (Asset & { readonly path: string })[];
}

export interface ViewRow {
  readonly uid: string;
  readonly document_id: string;
  readonly locale: string;
  readonly source: string;
  readonly from_day: Day;
  readonly to_day: Day;
  readonly views: number;
}

export interface DayRow {
  readonly source: string;
  readonly uid: string;
  readonly locale: string;
  readonly day: Day;
  readonly events: number;
  readonly named: number;
}

export interface DropRow {
  readonly source: string;
  readonly uid: string;
  readonly reason: string;
  readonly day: Day;
  readonly events: number;
}

/** A version that may have been read, and nobody can tell; the last such day. */
export interface DoubtRow {
  readonly uid: string;
  readonly document_id: string;
  readonly locale: string;
  readonly last_day: Day;
}

/** Adds up the events of one day. */
export const tally = (events: readonly Judged[], day: Day): Tally => {
  const views = new Map<string, ViewRow>();
  const days = new Map<string, DayRow>();
  const drops = new Map<string, DropRow>();
  const doubts = new Map<string, DoubtRow>();
  const formerPaths = new Map<string, Tally['formerPaths'][number]>();
  for (const { source, target, isNamed } of events) {
    for (const { uid, documentId, locale } of target.doubted ?? []) {
      add(doubts, [uid, documentId, locale], () => ({ uid, document_id: documentId, locale, last_day: day }));
    }
    if ('reason' in target) {
      const { uid, reason } = target;
      add(drops, [source, uid, reason], (row) => ({ source, uid, reason, day, events: (row?.events ?? 0) + 1 }));
      continue;
    }
    const { uid, documentId, locale, formerPath: path } = target;
    if (path !== undefined)
      add(formerPaths, [uid, documentId, locale, path], () => ({ uid, documentId, locale, path }));
    const asset = { uid, document_id: documentId, locale, source, from_day: day, to_day: day };
    add(views, [uid, documentId, locale, source], (row) => ({ ...asset, views: (row?.views ?? 0) + 1 }));
    add(days, [source, uid, locale], (row) => ({
      source,
      uid,
      locale,
      day,
      events: (row?.events ?? 0) + 1,
      named: (row?.named ?? 0) + Number(isNamed),
    }));
  }
  return {
    views: inOrder(views),
    days: inOrder(days),
    drops: inOrder(drops),
    doubts: inOrder(doubts),
    formerPaths: inOrder(formerPaths),
  };
};

const add = <Row>(rows: Map<string, Row>, key: readonly string[], added: (row: Row | undefined) => Row): void => {
  const name = key.join('\n');
  rows.set(name, added(rows.get(name)));
};

const inOrder = <Row>(rows: ReadonlyMap<string, Row>): readonly Row[] =>
  [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
