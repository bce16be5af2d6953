import type { Guess } from './lexicon';
import { bareWord, fold } from './words';

/**
 * Stages as people write them: "1 - Awareness", "Awareness stage", "Top of funnel", "TOFU (Awareness)", "Erwägung". All of
 * it has to be understood, and as one stage: "Awareness (brand)" is asked.
 */
export const guessStage: Guess = (word, keyOf) => {
  if (word.length > LONGEST) return null;
  const keys = new Set<string>();
  for (const piece of word.split(/[()[\]{}:]|\s[\p{Pd}|]+\s/u)) {
    const bare = bareWord(piece).replace(/^(?:the )?/, '');
    if (isFiller(bare)) continue;
    const key = pieceKey(bare, keyOf);
    if (key === null) return null;
    keys.add(key);
  }
  const [key = null] = keys;
  return keys.size === 1 ? key : null;
};

const LONGEST = 100;

/** "Stage 2" names nothing by itself. */
const isFiller = (bare: string): boolean => bare.split(' ').every((one) => BEFORE.has(one) || /^\d{0,2}$/.test(one));

const pieceKey = (bare: string, keyOf: (name: string) => string | null): string | null => {
  const words = bare.split(' ');
  while (words.length > 0) {
    const text = words.join(' ');
    const key = keyOf(text) ?? keyOfAny(FUNNEL.find(([pattern]) => pattern.test(text))?.[1] ?? [], keyOf);
    const translated = TRANSLATED.get(text);
    if (key !== null) return key;
    if (translated !== undefined) return keyOf(translated);
    if (AFTER.has(words.at(-1) ?? '')) words.pop();
    else if (BEFORE.has(words[0] ?? '') || /^\d{1,2}[).:]?$/.test(words[0] ?? '')) words.shift();
    else return null;
  }
  return null;
};

/** The one stage that any of these names is of. */
const keyOfAny = (names: readonly string[], keyOf: (name: string) => string | null): string | null => {
  const keys = new Set(names.flatMap((name) => keyOf(name) ?? []));
  const [key = null] = keys;
  return keys.size === 1 ? key : null;
};

/** What stands before a stage's name and adds nothing. */
const BEFORE = new Set(
  ['stage', 'stages', 'phase', 'step', 'level', 'funnel', 'journey', 'buyer', 'buyers', "buyer's", 'customer', 'the', 'of', 'stufe', 'schritt', 'étape', 'etapa', 'fase', 'lifecycle', 'phase de', 'de', 'da', 'do', 'del'].map(fold) // prettier-ignore
);
/** And after it. */
const AFTER = new Set([
  'stage',
  'stages',
  'phase',
  'step',
  'level',
  'content',
  'journey',
  'stufe',
  'fase',
  'funnelphase',
]);

const FUNNEL: readonly (readonly [RegExp, readonly string[]])[] = (
  [
    ['top|upper|tofu|tof', ['tofu', 'tof', 'top of the funnel', 'top of funnel', 'upper funnel']],
    ['mid|middle|mofu|mof', ['mofu', 'mof', 'middle of the funnel', 'middle of funnel', 'mid funnel']],
    ['bottom|lower|bofu|bof', ['bofu', 'bof', 'bottom of the funnel', 'bottom of funnel', 'lower funnel']],
  ] as const
).map(([place, names]) => {
  const [first = '', second = '', ...short] = place.split('|');
  const long = `(?:${first}|${second})(?: of)?(?: the)?(?: (?:sales|marketing|buyer|conversion))? funnel`;
  return [new RegExp(`^(?:${long}|${short.join('|')})$`), names];
});

/** The usual names in other languages; stages of those names may have been given others here, then they are asked. */
const TRANSLATED: ReadonlyMap<string, string> = new Map(
  (
    [
      ['awareness', ['bewusstsein', 'aufmerksamkeit', 'prise de conscience', 'sensibilisation', 'conciencia', 'concienciación', 'consciência', 'conscientização', 'consapevolezza', 'bewustwording']], // prettier-ignore
      ['consideration', ['erwägung', 'abwägung', 'considération', 'consideración', 'consideração', 'considerazione', 'overweging']], // prettier-ignore
      ['decision', ['entscheidung', 'kaufentscheidung', 'décision', 'decisión', 'decisão', 'decisione', 'beslissing']],
      ['purchase', ['kauf', 'achat', 'compra', 'acquisto', 'aankoop']],
      ['adoption', ['adopción', 'adoção', 'adozione', 'adoptie']],
      ['retention', ['kundenbindung', 'rétention', 'fidélisation', 'retención', 'fidelización', 'retenção', 'fidelizzazione', 'retentie']], // prettier-ignore
    ] as const
  ).flatMap(([name, others]) => others.map((other) => [fold(other), name] as const))
);
