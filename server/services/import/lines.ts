import { setImmediate as turn } from 'node:timers/promises';
import { invalid } from '../../core/refusal';
import { AT_ONCE, type Bytes } from './bytes';
import type { SheetRow } from './sheet';

/** The lines of a text, each a row of one cell, some at a time; blank ones are left out. Bytes that are no UTF-8 are replaced. */
export async function* readLines(bytes: Bytes, signal?: AbortSignal): AsyncGenerator<readonly SheetRow[]> {
  const decoder = new TextDecoder();
  let rest = '';
  let line = 0;
  const rowsOf = (texts: readonly string[]): readonly SheetRow[] =>
    texts.flatMap((text) => {
      line += 1;
      return text.trim() === '' ? [] : [{ line, cells: [text] }];
    });
  for await (const chunk of bytes(AT_ONCE, signal)) {
    const texts = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = texts.pop() ?? '';
    if (rest.length > LONGEST) {
      throw invalid('file', `\`file\`: line ${line + texts.length + 1} is longer than 1 MB: it is no log of requests.`);
    }
    yield rowsOf(texts);
    // Each of the lines is small work, and a log has millions.
    await turn();
  }
  yield rowsOf([rest + decoder.decode()]);
}

const LONGEST = 1_000_000;
