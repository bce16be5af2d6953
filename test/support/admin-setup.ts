/** What the design system asks of a browser and jsdom lacks. */
import '@testing-library/jest-dom';
import { TextDecoder } from 'node:util';
import { configure } from '@testing-library/react';

// On a busy machine pages take longer than a second to load for the first time.
configure({ asyncUtilTimeout: 15_000 });

class NoObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
  takeRecords(): [] {
    return [];
  }
}

Object.assign(globalThis, { IntersectionObserver: NoObserver, ResizeObserver: NoObserver, TextDecoder });

/** What a file holds, as its page reads it. */
Object.assign(Blob.prototype, {
  arrayBuffer(this: Blob): Promise<ArrayBuffer> {
    return new Promise((resolve, reject) => {
      const reader = new FileReader();
      reader.addEventListener('load', () => resolve(reader.result as ArrayBuffer));
      reader.addEventListener('error', () => reject(reader.error ?? new Error('not read')));
      reader.readAsArrayBuffer(this);
    });
  },
  async text(this: Blob): Promise<string> {
    return new TextDecoder().decode(await this.arrayBuffer());
  },
});

/** The router wraps each navigation in a request; jsdom has none. */
class BareRequest {
  readonly method = 'GET';
  readonly signal: AbortSignal | undefined;
  constructor(
    readonly url: string,
    init: { readonly signal?: AbortSignal } = {}
  ) {
    this.signal = init.signal;
  }
}
Object.assign(globalThis, { Request: BareRequest });

Object.defineProperty(window, 'matchMedia', {
  writable: true,
  value: (query: string) => ({
    matches: false,
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
  }),
});

Object.assign(Element.prototype, {
  hasPointerCapture: () => false,
  setPointerCapture: () => undefined,
  releasePointerCapture: () => undefined,
  scrollIntoView: () => undefined,
});

/** Parts of the design system that set state in timers of their own, where no test can wrap them in act(). */
const BUSY = new Set(['Checkbox', 'Presence', 'ScrollArea', 'FocusScope', 'DismissableLayer', 'Popper', 'Tooltip']);

const report = console.error;
console.error = (...args: readonly unknown[]): void => {
  const [message, component] = args;
  const isAct = typeof message === 'string' && message.includes('not wrapped in act(');
  if (!isAct || typeof component !== 'string' || !BUSY.has(component)) report(...args);
};
