import type { FilesMissing } from '../../server/core/consumption-api';

/** Why there is no list of files, when that is what the server said. */
export const filesMissingOf = (error: unknown): FilesMissing['reason'] | null =>
  (error as Refused | null)?.response?.data?.error?.details?.reason ?? null;

interface Refused {
  readonly response?: { readonly data?: { readonly error?: { readonly details?: Partial<FilesMissing> } } };
}
