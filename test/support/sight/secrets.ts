import { USERS, type Seen, type Sight } from './shown';

/** A text that stands nowhere else, and to whom the host's own admin shows it. */
export interface Secret {
  /** What it is of, for whoever reads a failure. */
  readonly what: string;
  /** Lower case: addresses are kept so. */
  readonly text: string;
  readonly isShownTo: (seen: Seen) => boolean;
}

/** Makes texts that are found again wherever they come out. */
export const createSecrets = () => {
  const secrets: Secret[] = [];
  const add = (what: string, text: string, isShownTo: Secret['isShownTo']): string => {
    secrets.push({ what, text: text.toLowerCase(), isShownTo });
    return text;
  };
  const next = (): string => `zq${secrets.length}qz`;
  return {
    all: (): readonly Secret[] => secrets,
    /** Of a field of a type, shown to whom Strapi's lists of that type show it. */
    of: (uid: string, what: string): string => {
      const text = next();
      return add(what, text, ({ shown }) => shown(uid).includes(text));
    },
    /** Of something of ours about an entry, shown to whoever may read that entry. */
    about: (what: string, entry: () => { readonly uid: string; readonly documentId: string }): string =>
      add(what, next(), ({ reads }) => reads(entry().uid, entry().documentId)),
    /** Shown by a rule of its own. */
    shownTo: (what: string, isShownTo: Secret['isShownTo']): string => add(what, next(), isShownTo),
    /** A document's ID, which Strapi makes. */
    id: (uid: string, documentId: string): string =>
      add(`ID of ${uid}`, documentId, ({ reads }) => reads(uid, documentId)),
  };
};

export type Secrets = ReturnType<typeof createSecrets>;

/** Of the host's own routes whatever its other lists show is no fault of ours. */
export const openly = (sight: Sight): Sight => ({
  ...sight,
  shown: () => sight.shown(USERS),
  reads: (_uid, documentId) => sight.shown(USERS).includes(documentId.toLowerCase()),
});

/** Secrets that stand in an answer although they are hidden from its reader; `said` by the request itself are none. */
export const betrayed = (answer: string, secrets: readonly Secret[], seen: Seen, said: string): readonly string[] => {
  const [text, own] = [answer.toLowerCase(), said.toLowerCase()];
  return secrets
    .filter((secret) => text.includes(secret.text) && !own.includes(secret.text) && !secret.isShownTo(seen))
    .map(({ what, text: found }) => `${what} (${found})`);
};
