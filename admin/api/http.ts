import { useEffect, useMemo, useRef } from 'react';
import { useAuth, useFetchClient } from '@strapi/strapi/admin';
import { PLUGIN_ID } from '../../server/core/actions';
import { isNotYet, NotYet } from './failure';
import { withQuery, type Query } from './query-string';
import { sendForm, type SendOptions } from './send-form';

/** The plugin's admin routes over HTTP, paths relative to `/content-strategy`; rejects with Strapi's FetchError. */
export interface Http {
  get<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T>;
  post<T>(path: string, body?: unknown, query?: Query): Promise<T>;
  put<T>(path: string, body?: unknown): Promise<T>;
  patch<T>(path: string, body: unknown): Promise<T>;
  del(path: string, query?: Query): Promise<void>;
  blob(path: string, query?: Query): Promise<Blob>;
  upload<T>(path: string, form: FormData, options: UploadOptions): Promise<T>;
}

/** Strapi's own client, so that sessions refresh as everywhere else, without its tie to one component's life. */
export const useHttp = (): Http => {
  const client = useFetchClient();
  const token = useAuth('content-strategy', (auth) => auth.token);
  const latestToken = useRef(token);
  useEffect(() => {
    latestToken.current = token;
  }, [token]);

  return useMemo(() => {
    // The hook's client aborts what is under way when its component unmounts: a save must survive
    // the panel that sent it, and a shared query the page that asked first. So each call brings its own signal.
    const own = () => ({ signal: new AbortController().signal });

    const sendPatch = async (path: string, body: unknown) =>
      fetch(`${backendUrl()}${path}`, {
        method: 'PATCH',
        // A placement made right before the tab closes still arrives.
        keepalive: true,
        credentials: 'include',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${latestToken.current ?? ''}` },
        body: JSON.stringify(body),
      });

    return {
      async get<T>(path: string, query?: Query, signal?: AbortSignal) {
        const { data } = await client.get<T>(route(path, query), signal ? { signal } : own());
        if (isNotYet(data)) throw new NotYet(data.meta);
        return data;
      },
      async post<T>(path: string, body?: unknown, query?: Query) {
        return (await client.post<T>(route(path, query), body, own())).data;
      },
      async put<T>(path: string, body?: unknown) {
        return (await client.put<T>(route(path), body, own())).data;
      },
      // Strapi's client knows no PATCH.
      async patch<T>(path: string, body: unknown) {
        let response = await sendPatch(route(path), body);
        if (response.status === 401) {
          // Any read through Strapi's client renews an expired session.
          await client.get(route('/vocabulary'), own());
          response = await sendPatch(route(path), body);
        }
        const answer: unknown = await response.json().catch(() => ({}));
        if (!response.ok) throw new HttpError(response.status, answer);
        return answer as T;
      },
      async del(path: string, query?: Query) {
        await client.del(route(path, query), own());
      },
      async blob(path: string, query?: Query) {
        return (await client.get(route(path, query), { responseType: 'blob', ...own() })).data;
      },
      // Strapi's client does not tell how much of a file has gone.
      async upload<T>(path: string, form: FormData, { query, ...way }: UploadOptions) {
        const send = () => sendForm(`${backendUrl()}${route(path, query)}`, form, latestToken.current ?? '', way);
        let { status, answer } = await send();
        if (status === 401) {
          await client.get(route('/vocabulary'), own());
          ({ status, answer } = await send());
        }
        if (status >= 400) throw new HttpError(status, answer);
        return answer as T;
      },
    };
  }, [client]);
};

/** A refused request that did not go through Strapi's client, in the shape of its FetchError. */
export class HttpError extends Error {
  readonly response: { readonly data: unknown };
  constructor(
    readonly status: number,
    answer: unknown
  ) {
    super((answer as { error?: { message?: string } } | null)?.error?.message ?? '');
    this.name = 'FetchError';
    this.response = { data: answer };
  }
}

interface UploadOptions extends SendOptions {
  readonly query: Query;
}

const route = (path: string, query?: Query) => withQuery(`/${PLUGIN_ID}${path}`, query);

const backendUrl = () => (window as { strapi?: { backendURL?: string } }).strapi?.backendURL ?? '';
