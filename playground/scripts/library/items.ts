import { createReadStream } from 'node:fs';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { z } from '@strapi/utils';
import { messageOf, Trouble } from '../progress';

const list = z
  .array(z.string())
  .nullish()
  .transform((values) => values ?? []);
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');
const day = z
  .string()
  .refine((value) => !Number.isNaN(Date.parse(value)), 'is no date')
  .nullish()
  .transform((value) => value ?? null);

const schema = z.object({
  type: z.string().min(1),
  slug: text,
  path: text,
  title: z.string().trim().min(1),
  summary: text,
  date: day,
  expires: day,
  authors: list,
  topics: list,
  body: text,
});

/** One item of a JSON-lines library. */
export type LibraryItem = z.output<typeof schema>;

/** A line of the file: an item under a key that stays the same from run to run, or why it is none. */
export type Line =
  | { readonly number: number; readonly item: LibraryItem; readonly key: string }
  | { readonly number: number; readonly reason: string };

/** Reads `.jsonl` or `.jsonl.gz` line by line; empty lines count as lines and hold nothing. */
export async function* readLines(file: string): AsyncGenerator<Line> {
  const seen = new Map<string, number>();
  let number = 0;
  for await (const line of textLines(file)) {
    number += 1;
    if (line.trim() !== '') yield { number, ...parse(line, seen) };
  }
}

async function* textLines(file: string): AsyncGenerator<string> {
  const raw = createReadStream(file);
  // What goes wrong on the way is thrown where the last stream is read.
  const input: Readable = file.endsWith('.gz') ? pipeline(raw, createGunzip(), () => undefined) : raw;
  let rest = '';
  try {
    for await (const chunk of input.setEncoding('utf8')) {
      const lines = `${rest}${String(chunk)}`.split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (error) {
    throw new Trouble(`${file}: ${messageOf(error)}`);
  }
  yield rest;
}

const parse = (line: string, seen: Map<string, number>): { item: LibraryItem; key: string } | { reason: string } => {
  const json = parseJson(line);
  if (json === undefined) return { reason: 'is not JSON' };
  const result = schema.safeParse(json);
  if (!result.success) {
    const [issue] = result.error.issues;
    return { reason: `${issue?.path.join('.') || 'the line'}: ${issue?.message ?? 'not understood'}` };
  }
  return { item: result.data, key: keyOf(result.data, seen) };
};

/** Where the item stood on its site; the second one at the same place gets a number, as does the third. */
const keyOf = ({ type, path, slug, title }: LibraryItem, seen: Map<string, number>): string => {
  const place = path || `${type}/${slug || title}`;
  const count = (seen.get(place) ?? 0) + 1;
  seen.set(place, count);
  return count === 1 ? place : `${place}#${count}`;
};

const parseJson = (line: string): unknown => {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
};
