import { GERMAN_PARAGRAPHS } from '../../sample/german';
import { PERSONA_PARAGRAPHS, STAGE_PARAGRAPHS, TOPIC_PARAGRAPHS } from '../../sample/paragraphs';
import type { SampleEntry } from '../../sample/types';
import { pick } from './days';

/** What a body is made of, whichever kind of field it goes into. */
export interface Text {
  readonly opening: string;
  readonly paragraphs: readonly string[];
  readonly ending: readonly string[];
}

/** An English body: the entry's own summary, two or three paragraphs of its topic, and a word to its reader. */
export const englishText = (entry: SampleEntry): Text => {
  const start = pick(entry.slug, 12);
  const personas = entry.personas === 'everyone' ? [] : (entry.personas ?? []);
  return {
    opening: entry.summary,
    paragraphs: take(TOPIC_PARAGRAPHS[entry.topic], start, 2 + (start % 2)),
    ending: [
      ...personas.flatMap((persona) => take(PERSONA_PARAGRAPHS[persona], start, 1)),
      ...(entry.stages ?? []).slice(0, 2).flatMap((stage) => take(STAGE_PARAGRAPHS[stage], start, 1)),
    ],
  };
};

/** A German body: the translated summary and what there is in German about the topic. */
export const germanText = (entry: SampleEntry, summary: string): Text => ({
  opening: summary,
  paragraphs: GERMAN_PARAGRAPHS[entry.topic] ?? [],
  ending: [],
});

/** Every paragraph of a text in its order. */
export const allOf = ({ opening, paragraphs, ending }: Text): readonly string[] => [opening, ...paragraphs, ...ending];

const take = (from: readonly string[], start: number, count: number): readonly string[] =>
  Array.from({ length: Math.min(count, from.length) }, (_, index) => from[(start + index) % from.length] ?? '');
