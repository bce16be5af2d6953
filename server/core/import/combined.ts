import { unguarded } from '../formula';
import { readCell, type CellValues } from './cell';
import type { Lexicon } from './lexicon';
import { saysNothing } from './silent';

/** A persona and a stage that one cell names together; `undefined`: it says nothing of that side. */
export interface CombinedPart {
  readonly personas: CellValues | undefined;
  readonly stages: CellValues | undefined;
}

type Side = keyof CombinedPart;

/**
 * Reads cells like "Finance lead / Consideration", each side a list of names; several such pairs are apart by semicolons,
 * line breaks, bars or commas. Where a half is not known, the other one tells which it is, and else the header's order.
 */
export const readCombined = (
  cell: string,
  lexicons: Readonly<Record<Side, Lexicon>>,
  order: readonly [Side, Side]
): readonly CombinedPart[] => {
  const text = unguarded(cell).trim();
  const read = (one: string): Reading => readPair(one, lexicons, order);
  if (text === '') return [{ personas: BLANK, stages: BLANK }];
  const whole = read(text);
  if (whole.known === 2) return [whole.part];
  for (const separator of [/[\r\n;]+/, /\|/, /,/]) {
    const readings = text
      .split(separator)
      .filter((one) => one.trim() !== '')
      .map(read);
    const arePairs = readings.every(({ known, part }) => known > 0 && part.personas && part.stages);
    if (readings.length > 1 && arePairs) return readings.map(({ part }) => part);
  }
  return [whole.part];
};

const BLANK: CellValues = { keys: [], unknown: [], ambiguous: [], assumed: [], isSilent: false };
const NOTHING: CombinedPart = { personas: undefined, stages: undefined };

interface Reading {
  readonly part: CombinedPart;
  /** How many of its sides hold nothing but names that are known. */
  readonly known: number;
}

const readPair = (
  cell: string,
  lexicons: Readonly<Record<Side, Lexicon>>,
  [first, second]: readonly [Side, Side]
): Reading => {
  if (saysNothing(cell)) return { part: NOTHING, known: 0 };
  const text = cell.replace(ENDS, '');
  const read = (halves: Partial<Record<Side, string>>): Reading => {
    const of = (side: Side) => (halves[side] === undefined ? undefined : readCell(halves[side], lexicons[side]));
    const part = { personas: of('personas'), stages: of('stages') };
    return { part, known: Number(isKnown(part.personas)) + Number(isKnown(part.stages)) };
  };
  const alone = [read({ [first]: text }), read({ [second]: text })];
  const split = halvesOf(text).flatMap(([left, right]) => [
    read({ [first]: left, [second]: right }),
    read({ [first]: right, [second]: left }),
  ]);
  const found = split.find(({ known }) => known === 2) ?? [...alone, ...split].find(({ known }) => known === 1);
  return found ?? split[0] ?? alone[0] ?? { part: NOTHING, known: 0 };
};

/** Separators with nothing beside them. */
const ENDS = /^[\s/|,;:\p{Pd}]+|[\s/|,;:\p{Pd}]+$/gu;

const isKnown = (values: CellValues | undefined): boolean =>
  values !== undefined &&
  values.unknown.length + values.ambiguous.length === 0 &&
  (values.keys.length > 0 || values.isSilent);

/** A text cut in two at each of its separators, the plainest first. */
const halvesOf = (text: string): readonly (readonly [string, string])[] => {
  if (text.length > LONGEST) return [];
  return SEPARATORS.flatMap((separator) =>
    [...text.matchAll(separator)].map(
      ({ 0: found, index }) =>
        [
          text.slice(0, index).trim(),
          text
            .slice(index + found.length)
            .replace(/[)\]]\s*$/, '')
            .trim(),
        ] as const
    )
  )
    .filter(([left, right]) => left !== '' && right !== '')
    .slice(0, MOST);
};

const LONGEST = 500;
/** So many ways to cut a text are tried. */
const MOST = 20;

const SEPARATORS = [
  /\//g,
  /[|\n>→×]/g,
  /\s\p{Pd}+\s/gu,
  /[:+&@]/g,
  /\s*[([]/g,
  /[;,]/g,
  /\s(?:x|and|und|et|y|at|in)\s/gi,
  /\p{Pd}/gu,
];
