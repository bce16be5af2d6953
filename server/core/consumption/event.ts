import type { DropReason } from '../consumption-api';

/** The type under which Media Library files are counted. */
export const FILE_UID = 'plugin::upload.file';

/** What a page says was read: an entry by its ID, whatever has a path, or a file by its URL. */
export type BeaconEvent =
  | {
      readonly kind: 'entry';
      readonly uid: string;
      readonly documentId: string;
      /** `null`: the page does not say. */
      readonly locale: string | null;
    }
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'file'; readonly url: string };

/** A published version of an entry (`locale` `''` where its type has none), or a file. */
export interface Asset {
  readonly uid: string;
  readonly documentId: string;
  readonly locale: string;
}

/** An event that is not counted; `uid` is `''` where it names no type under audit. */
export interface Drop {
  readonly reason: DropReason;
  readonly uid: string;
}

/** What an event turned out to be, with the versions that may have been read instead because they have the same path. */
export type Target = (Asset | Drop) & {
  readonly doubted?: readonly Asset[];
  /** The path by which it was found, where that is its address no longer. */
  readonly formerPath?: string;
};

/** Two events with the same key are about the same thing. */
export const eventKey = (event: BeaconEvent): string => {
  if (event.kind === 'entry') return JSON.stringify([event.uid, event.documentId, event.locale]);
  return event.kind === 'path' ? `path ${event.path}` : `file ${event.url}`;
};

/** The type that an event names by itself, without looking. */
export const namedUid = (event: BeaconEvent): string | null =>
  event.kind === 'entry' ? event.uid : event.kind === 'file' ? FILE_UID : null;
