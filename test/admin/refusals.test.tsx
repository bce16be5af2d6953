/** Strapi's own admin turns each refusal of ours into a form's errors and a sentence; it failed at details of another shape. */
import { join } from 'node:path';
import { renderHook } from '@testing-library/react';
import type { Context } from 'koa';
import { IntlProvider } from 'react-intl';
import { Refusal, REFUSALS } from '../../server/core/refusal';
import { answerRefusals, asStrapiError } from '../../server/http/refusals';

interface ErrorHandler {
  readonly _unstableFormatValidationErrors: (error: unknown) => Readonly<Record<string, unknown>>;
  readonly formatAPIError: (error: unknown) => string;
}

/** The hook is exported only together with the whole admin. */
const { useAPIErrorHandler } = jest.requireActual<{ readonly useAPIErrorHandler: () => ErrorHandler }>(
  join(process.cwd(), 'node_modules/@strapi/admin/dist/admin/admin/src/hooks/useAPIErrorHandler.js')
);

const handler = (): ErrorHandler =>
  renderHook(() => useAPIErrorHandler(), {
    wrapper: ({ children }) => <IntlProvider locale="en">{children}</IntlProvider>,
  }).result.current;

const DETAILS = [
  [{}, []],
  [{ uid: 'api::article.article', documentIds: ['a'] }, []],
  [{ field: 'request' }, []],
  [{ field: 'name', known: ['it'], count: 3 }, ['name']],
  [{ field: 'rules.0.stages', retryAfter: 30 }, ['rules', '0', 'stages']],
] as const;

const answered = async (refusal: Refusal): Promise<unknown> => {
  const ctx = { set: () => undefined } as unknown as Context;
  await answerRefusals(ctx, () => Promise.reject(refusal));
  return (ctx.body as { readonly error: unknown }).error;
};

const thrown = (refusal: Refusal): unknown => {
  const { name, message, details } = asStrapiError(refusal) as Error & { readonly details: unknown };
  return { name, message, details };
};

describe.each(REFUSALS)('%s', (code) => {
  test.each(DETAILS)('%j', async (details, path) => {
    const refusal = new Refusal(code, 'No, because.', details);
    for (const error of [await answered(refusal), thrown(refusal)]) {
      expect(error).toMatchObject({ details: { ...details, errors: [{ path, message: 'No, because.' }] } });
      expect(JSON.stringify(handler()._unstableFormatValidationErrors(error))).toContain('No, because.');
      expect(handler().formatAPIError({ response: { data: { error } } })).toBe('No, because.');
    }
  });
});
