import type { ReactNode } from 'react';
import { Field } from '@strapi/design-system';

interface Props {
  readonly name: string;
  readonly label: string;
  readonly errors: Readonly<Record<string, string>>;
  readonly hint?: ReactNode;
  readonly required?: boolean;
  readonly children: ReactNode;
}

/** A labelled input with its hint and the server's error. */
export const FormField = ({ name, label, errors, hint, required = false, children }: Props) => (
  <Field.Root name={name} error={errors[name] ?? false} hint={hint} required={required} width="100%">
    <Field.Label>{label}</Field.Label>
    {children}
    <Field.Hint />
    <Field.Error />
  </Field.Root>
);
