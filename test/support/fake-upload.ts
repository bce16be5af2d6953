import { Refused, type FakeBackend } from './fake-backend';

/** What a test does with the uploads of a page. */
export interface Uploads {
  /** Requests that were broken off. */
  readonly aborted: readonly string[];
}

/** An XMLHttpRequest that asks a fake backend; half of a file has gone as soon as it is sent. */
export const fakeUploads = (to: FakeBackend): Uploads => {
  const aborted: string[] = [];

  class FakeRequest extends EventTarget {
    readonly upload = new EventTarget();
    responseType = 'json';
    withCredentials = false;
    status = 0;
    response: unknown = null;
    private url = '';

    open(_method: string, url: string): void {
      this.url = url;
    }

    setRequestHeader(): void {}

    send(form: FormData): void {
      this.upload.dispatchEvent(Object.assign(new Event('progress'), { lengthComputable: true, loaded: 1, total: 2 }));
      void this.answer(form);
    }

    abort(): void {
      aborted.push(this.url);
      this.dispatchEvent(new Event('abort'));
    }

    private async answer(form: FormData): Promise<void> {
      try {
        this.response = await to.handle('POST', this.url, form);
        this.status = 200;
      } catch (error) {
        if (!(error instanceof Refused)) {
          this.dispatchEvent(new Event('error'));
          return;
        }
        this.response = error.response.data;
        this.status = error.status;
      }
      this.dispatchEvent(new Event('load'));
    }
  }

  Object.assign(globalThis, { XMLHttpRequest: FakeRequest });
  return { aborted };
};
