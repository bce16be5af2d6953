import { detailsOf, failureOf, withoutField } from '../../api/failure';

/** A refused form: what to say at which field, and what concerns none of them. */
export interface FormErrors {
  readonly fields: Readonly<Record<string, string>>;
  readonly general: string | null;
}

export const NO_ERRORS: FormErrors = { fields: {}, general: null };

interface Details {
  readonly field: unknown;
  readonly errors: readonly { readonly path?: readonly unknown[]; readonly message?: unknown }[];
}

/** Sorts a refusal of the server by the form's fields. */
export const formErrorsOf = (error: unknown, known: readonly string[], unreachable: string): FormErrors => {
  const { message } = failureOf(error);
  const { field, errors = [] } = detailsOf<Details>(error);
  const named = [
    ...errors.map((issue) => [fieldIn(issue.path ?? []), withoutField(String(issue.message))] as const),
    ...(typeof field === 'string' && message ? [[fieldIn(field.split('.')), withoutField(message)] as const] : []),
  ].filter(([name]) => known.includes(name));
  return named.length > 0
    ? { fields: Object.fromEntries([...named].reverse()), general: null }
    : { fields: {}, general: message ?? unreachable };
};

/** What bodies wrap fields in. */
const WRAPPERS = ['data', 'decision', 'playbook'];

/** The field of a path such as `data.playbook.goal`: its last part that is no index of a list. */
const fieldIn = (path: readonly unknown[]): string =>
  path
    .map(String)
    .filter((part) => !WRAPPERS.includes(part) && !/^\d+$/.test(part))
    .at(0) ?? '';
