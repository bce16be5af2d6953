import type { Axes } from '../axes';
import { createWriter, namedPersonas } from '../import/lexicon';
import { JOURNEY_NAMES } from '../journeys';
import type { Journey } from '../vocabulary';

/** The names that keys had when the audit ran. */
export interface Names {
  /** Keys stand for those whose name another has too, so that an import reads back what was written. */
  readonly persona: (key: string) => string;
  readonly stage: (key: string) => string;
  readonly journey: (journey: Journey) => string;
  /** The Content Manager's page of an entry. */
  readonly editUrl: (row: {
    readonly uid: string;
    readonly documentId: string;
    readonly kind: string;
    readonly locale: string | null;
  }) => string;
  /** ISO 8601: when the audit started. */
  readonly auditedAt: string;
}

/** Names from an audit's axes; `adminUrl` is the admin's address without a slash at its end. */
export const namesOf = ({ personas, stages }: Axes, auditedAt: string, adminUrl: string): Names => {
  return {
    persona: createWriter(namedPersonas(personas)),
    stage: createWriter(stages),
    journey: (journey) => JOURNEY_NAMES[journey],
    editUrl: ({ uid, documentId, kind, locale }) => {
      const page = kind === 'singleType' ? `single-types/${uid}` : `collection-types/${uid}/${documentId}`;
      return `${adminUrl}/content-manager/${page}${locale === null ? '' : `?plugins[i18n][locale]=${locale}`}`;
    },
    auditedAt,
  };
};
