import type { ImportColumn } from '../import-api';
import { invalid, Refusal } from '../refusal';
import { foldHeader } from './words';

/** Which of a sheet's columns mean what, by their place. */
export interface ColumnMap {
  /** In the order of the sheet; `null`: ignored. */
  readonly meanings: readonly (ImportColumn | null)[];
  /**
   * The sheet lists an entry's personas and stages beside one another, as `inventory.csv` does: which persona goes with
   * which stage is not in it.
   */
  readonly isListing: boolean;
  /** In cells that name both, the stage stands before the persona. */
  readonly isStageFirst: boolean;
}

/** Recognises columns by their names; those named by hand mean what was said. Refuses a hand that is mistaken. */
export const recogniseColumns = (
  headers: readonly string[],
  byHand: Readonly<Record<string, ImportColumn | null>> = {}
): ColumnMap => {
  const folded = headers.map(foldHeader);
  const meanings: (ImportColumn | null)[] = headers.map(() => null);
  const said = new Map(Object.entries(byHand).map(([header, meaning]) => [foldHeader(header), { header, meaning }]));
  for (const [word, { header }] of said) {
    if (!folded.includes(word)) {
      throw invalid(
        `columns.${header}`,
        `\`columns.${header}\`: the sheet has no such column; it has ${list(headers)}.`
      );
    }
  }
  for (const [at, word] of folded.entries()) {
    const meaning = said.get(word)?.meaning ?? null;
    if (meaning !== null && !MAY_BE_SEVERAL.has(meaning) && meanings.includes(meaning)) {
      throw invalid('columns', `\`columns\`: two columns are said to hold "${meaning}"; one can.`);
    }
    meanings[at] = meaning;
  }
  for (const [meaning, names] of NAMES) {
    if (meanings.includes(meaning) || (DETAILS.has(meaning) && !meanings.includes('decision'))) continue;
    const name = names.find((one) => folded.includes(one) && !said.has(one));
    if (name === undefined) continue;
    for (const [at, word] of folded.entries()) {
      if (word === name || (TOGETHER.has(name) && names.includes(word) && TOGETHER.has(word) && !said.has(word)))
        meanings[at] = meaning;
    }
    const [first = -1, second = -1] = folded.flatMap((word, at) => (word === name ? [at] : []));
    if (second > first) throw twice(headers[second] ?? '');
  }
  for (const [at, word] of folded.entries()) {
    if (meanings[at] === null && !said.has(word)) meanings[at] = meaningOfHalves(word, meanings);
  }
  const combined = folded[meanings.indexOf('persona-and-stage')] ?? '';
  return {
    meanings,
    isListing: folded.includes('journeys') && folded.includes('tagged by'),
    isStageFirst: halvesOf(combined)?.[0] === 'stages',
  };
};

/** What a header means that is no plain name, where none is: "Persona/Stage", "Title / Hook", "Action (keep, cut)". */
const meaningOfHalves = (word: string, taken: readonly (ImportColumn | null)[]): ImportColumn | null => {
  const [first = null, second = null] = halvesOf(word) ?? [];
  const isBoth = (first === 'personas' && second === 'stages') || (first === 'stages' && second === 'personas');
  const half = second === null || second === first ? first : null;
  const meaning = isBoth ? 'persona-and-stage' : (MEANINGS.get(withoutRemarks(word)) ?? half);
  const parts: readonly (ImportColumn | null)[] = isBoth ? ['persona-and-stage', first, second] : [meaning];
  return meaning !== null && BY_HALF.has(meaning) && !parts.some((one) => one !== null && taken.includes(one))
    ? meaning
    : null;
};

/** "Stage*", "Decision?" and "Stage (TOFU/MOFU/BOFU)" as the words in front. */
const withoutRemarks = (word: string): string => word.replace(/\s*[([].*$/, '').replace(/^[*#\s]+|[*:?\s]+$/g, '');

const BY_HALF: ReadonlySet<ImportColumn> = new Set([
  'url',
  'slug',
  'title',
  'personas',
  'stages',
  'persona-and-stage',
  'decision',
]);

/** What the two halves of a header mean; `null`: it has no two. */
const halvesOf = (word: string): readonly [ImportColumn | null, ImportColumn | null] | null => {
  const [left = '', right = '', ...more] = word.split(/\s*(?:[/|&+:>×,([]|\b(?:and|und|et|y|e|x|in|by|je|pro)\b)\s*/);
  if (right !== '' && more.length === 0) {
    return [MEANINGS.get(left) ?? null, MEANINGS.get(right.replace(/\s*[)\]]$/, '')) ?? null];
  }
  // A dash between them is a space by now.
  for (const { index } of word.matchAll(/ /g)) {
    const halves = [MEANINGS.get(word.slice(0, index)) ?? null, MEANINGS.get(word.slice(index + 1)) ?? null] as const;
    if (halves.includes('personas') && halves.includes('stages')) return halves;
  }
  return null;
};

const twice = (header: string): Refusal =>
  invalid('columns', `\`columns\`: two columns are called "${header.slice(0, 60)}"; rename or remove one.`);

/** What the sheet lacks to be imported, as a sentence; `null`: nothing. */
export const missingColumns = ({ meanings }: ColumnMap, headers: readonly string[]): string | null => {
  const has = (some: readonly ImportColumn[]): boolean => some.some((one) => meanings.includes(one));
  const found = `The sheet's columns are ${list(headers)}.`;
  if (!has(LOCATORS)) {
    return `\`columns\`: no column tells which entry a row is about: it takes "Document ID", "URL", "Slug" or "Title" (is the first line the header?). ${found}`;
  }
  if (!has([...PLACING, 'decision'])) {
    return `\`columns\`: no column says anything about an entry: it takes "Personas", "Stages", "Not part of a journey" or "Decision". ${found}`;
  }
  return null;
};

/** Whether a row names columns that are enough by themselves: banners and remarks may stand above it. */
export const isHeader = (cells: readonly string[]): boolean => {
  try {
    return missingColumns(recogniseColumns(cells), cells) === null;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
};

/** Whether a sheet says where entries belong, and not only what shall become of them. */
export const placesEntries = ({ meanings }: Pick<ColumnMap, 'meanings'>): boolean =>
  PLACING.some((one) => meanings.includes(one));

/** What finds an entry, the surest first. */
export const LOCATORS = ['document-id', 'url', 'slug', 'title'] as const satisfies readonly ImportColumn[];

const PLACING = ['personas', 'stages', 'persona-and-stage', 'excluded'] as const satisfies readonly ImportColumn[];

/** Recognised beside a decision only: other sheets have due dates of their own. */
const DETAILS: ReadonlySet<ImportColumn> = new Set(['merge-into', 'decision-note', 'decision-owner', 'due']);

/** "Primary persona" and "Secondary persona", both said to hold personas. */
export const MAY_BE_SEVERAL: ReadonlySet<ImportColumn> = new Set(['personas', 'stages']);

/** Columns that hold one list between them. */
const TOGETHER: ReadonlySet<string> = new Set([
  'primary persona',
  'secondary persona',
  'tertiary persona',
  'primary audience',
  'secondary audience',
  'primary stage',
  'secondary stage',
]);

/** Names of columns, folded: ours first, then what others call the same; the first that a sheet has is taken. */
const NAMES: readonly (readonly [ImportColumn, readonly string[]])[] = [
  ['document-id', ['document id', 'documentid', 'strapi id', 'entry id']],
  ['uid', ['uid', 'content type uid']],
  [
    'url',
    [
      'url',
      'path',
      'page url',
      'page path',
      'full url',
      'permalink',
      'canonical url',
      'current url',
      'live url',
      'blog url',
      'landing page url',
      'web page',
      'blog link',
      'article url',
      'post url',
      'content url',
      'seiten url',
      'webadresse',
      'link',
      'address',
      'page',
      'adresse',
    ],
  ],
  ['slug', ['slug', 'url slug']],
  [
    'title',
    [
      'title',
      'name',
      'headline',
      'page title',
      'page name',
      'content title',
      'blog title',
      'article title',
      'post title',
      'entry',
      'h1',
      'titel',
      'titre',
      'título',
    ].map(foldHeader),
  ],
  ['content-type', ['content type', 'contenttype', 'type', 'inhaltstyp']],
  [
    'personas',
    [
      'personas',
      'persona',
      'buyer persona',
      'buyer personas',
      'audience',
      'audiences',
      'target audience',
      'target persona',
      'target personas',
      'primary persona',
      'secondary persona',
      'tertiary persona',
      'primary audience',
      'secondary audience',
      'target group',
      'for whom',
      'who is it for?',
      'zielgruppe',
      'zielgruppen',
      'public cible',
      'cible',
      'persona cible',
      'publico objetivo',
      'publico alvo',
      'doelgroep',
      'icp',
    ],
  ],
  [
    'stages',
    [
      'stages',
      'stage',
      'journey stage',
      'journey stages',
      'buyer journey stage',
      'buyers journey stage',
      "buyer's journey stage",
      'customer journey stage',
      'funnel stage',
      'sales funnel stage',
      'marketing funnel stage',
      'stage of the buyer journey',
      'buyer journey',
      "buyer's journey",
      'customer journey',
      'funnel',
      'buying stage',
      'buyer stage',
      "buyer's stage",
      'customer stage',
      'content stage',
      'primary stage',
      'secondary stage',
      'lifecycle stage',
      'buyer phase',
      'funnel phase',
      'journey phase',
      'customer journey phase',
      'phase',
      'phasen',
      'kaufphase',
      'trichterphase',
      'etape',
      'etape du parcours',
      'etapa',
      'etapa del embudo',
      'etapa do funil',
      'fase',
      'fase del funnel',
    ],
  ],
  ['excluded', ['not part of a journey', 'excluded', 'exclusion']],
  [
    'decision',
    [
      'decision',
      'content decision',
      'audit decision',
      'recommended action',
      'recommended actions',
      'recommendations',
      'action required',
      'action needed',
      'next action',
      'final decision',
      'recommendation',
      'action',
      'rec',
      'verdict',
      'entscheidung',
      'empfehlung',
      'massnahme',
      'massnahmen',
      'action recommandee',
      'accion',
      'accion recomendada',
      'acao',
      'acao recomendada',
      'azione',
      'azione consigliata',
      'actie',
      'suggested action',
      'proposed action',
      'content action',
      'handlungsempfehlung',
      'recommandation',
      'recomendacion',
      'recomendacao',
    ],
  ],
  ['merge-into', ['merge into', 'merge target']],
  ['decision-note', ['decision note', 'decision notes', 'reason', 'rationale', 'begrundung']],
  ['decision-owner', ['decision owner', 'action owner', 'responsible', 'assigned to', 'assignee', 'verantwortlich']],
  ['due', ['due', 'due date', 'deadline', 'fallig', 'frist']],
];

const MEANINGS: ReadonlyMap<string, ImportColumn> = new Map(
  NAMES.flatMap(([meaning, names]) => names.map((name) => [name, meaning] as const))
);

const SHOWN = 30;

const list = (headers: readonly string[]): string => {
  const named = headers.filter(Boolean).map((header) => `"${header.slice(0, 60)}"`);
  return named.length > SHOWN
    ? `${named.slice(0, SHOWN).join(', ')} and ${named.length - SHOWN} more`
    : named.join(', ');
};
