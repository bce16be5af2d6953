/** How a form is sent. */
export interface SendOptions {
  /** What the answer is read as; a refusal is JSON either way. */
  readonly as: 'json' | 'blob';
  readonly signal?: AbortSignal;
  /** Told from 0 to 1 how much has gone, where the browser knows. */
  readonly onSent?: (part: number) => void;
}

/**
 * Posts a form and answers with whatever the server says; rejects where it says nothing. By XMLHttpRequest: `fetch`
 * does not tell how much of a large file has gone.
 */
export const sendForm = (
  url: string,
  form: FormData,
  token: string,
  { as, signal, onSent }: SendOptions
): Promise<{ readonly status: number; readonly answer: unknown }> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.responseType = as;
    request.withCredentials = true;
    request.setRequestHeader('Authorization', `Bearer ${token}`);
    request.upload.addEventListener('progress', ({ lengthComputable, loaded, total }) => {
      if (lengthComputable && total > 0) onSent?.(loaded / total);
    });
    request.addEventListener('load', () => {
      const { status, response } = request as { status: number; response: unknown };
      readAnswer(status, response).then((answer) => resolve({ status, answer }), reject);
    });
    request.addEventListener('error', () => reject(new TypeError('No answer')));
    request.addEventListener('abort', () => reject(new DOMException('Broken off', 'AbortError')));
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(form);
  });

/** A refusal of a download is JSON inside a blob; a proxy's may be a page. */
const readAnswer = async (status: number, response: unknown): Promise<unknown> => {
  if (status < 400 || !(response instanceof Blob)) return response;
  try {
    return JSON.parse(await response.text()) as unknown;
  } catch {
    return null;
  }
};
