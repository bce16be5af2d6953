import type { InventoryRow } from '../api';
import type { TagPair } from '../vocabulary';
import { list, type Column } from './column';
import { decisionColumns } from './decision';
import type { Names } from './names';
import { EXCLUSION_WORD, ORIGIN_WORD } from './words';

/** Personas × stages; an empty side is "not set yet". */
export interface Product {
  readonly personas: readonly string[];
  readonly stages: readonly string[];
}

/** The fewest rows that this greedy grouping finds in which pairs read as personas × stages: personas with the same stages share one. */
export const productsOf = (tags: readonly TagPair[]): readonly Product[] => {
  const stagesOf = new Map<string | null, Set<string | null>>();
  for (const { persona, stage } of tags) stagesOf.set(persona, (stagesOf.get(persona) ?? new Set()).add(stage));
  const products = new Map<string, { personas: string[]; stages: string[] }>();
  for (const [persona, stages] of stagesOf) {
    const set = [...stages].filter((stage) => stage !== null).sort();
    // An open side needs a row of its own: beside set ones its empty cell would be lost.
    for (const side of [...(set.length > 0 ? [set] : []), ...(stages.has(null) ? [[]] : [])]) {
      const key = JSON.stringify([persona === null, side]);
      const product = products.get(key) ?? { personas: [], stages: side };
      if (persona !== null) product.personas.push(persona);
      products.set(key, product);
    }
  }
  return [...products.values()].filter(({ personas, stages }) => personas.length + stages.length > 0);
};

/** One row of `tags.csv`: an entry, or one product of it where one cannot express its pairs. */
export interface TagsRow extends Product {
  readonly entry: InventoryRow;
}

/** The rows of an entry; one without tags has one row too, to be filled in. */
export const tagsRows = (entry: InventoryRow): readonly TagsRow[] => {
  const products = productsOf(entry.tags);
  return (products.length === 0 ? [{ personas: [], stages: [] }] : products).map((product) => ({ ...product, entry }));
};

/** The columns of `tags.csv`; new ones are only ever appended. */
export const tagsColumns = (names: Names): readonly Column<TagsRow>[] => [
  { header: 'Title', cell: ({ entry }) => entry.title },
  { header: 'URL', cell: ({ entry }) => entry.path ?? '' },
  { header: 'Content type', cell: ({ entry }) => entry.contentType },
  { header: 'Personas', cell: ({ personas }) => list(personas.map(names.persona)) },
  { header: 'Stages', cell: ({ stages }) => list(stages.map(names.stage)) },
  {
    header: 'Not part of a journey',
    cell: ({ entry }) => (entry.excluded === null ? '' : EXCLUSION_WORD[entry.excluded]),
  },
  ...decisionColumns<TagsRow>(({ entry }) => entry.decision),
  { header: 'Tagged by', cell: ({ entry }) => list(entry.tags.map(({ origin }) => ORIGIN_WORD[origin])) },
  { header: 'Edit URL', cell: ({ entry }) => names.editUrl(entry) },
  { header: 'Document ID', cell: ({ entry }) => entry.documentId, isForScripts: true },
  { header: 'UID', cell: ({ entry }) => entry.uid, isForScripts: true },
];

/** One tag of an entry, for scripts. */
export type PairRow = InventoryRow['tags'][number] & { readonly entry: InventoryRow };

/** The columns of `tags.csv?shape=pairs`: keys, one pair a row; an open side is blank. */
export const pairColumns: readonly Column<PairRow>[] = [
  { header: 'UID', cell: ({ entry }) => entry.uid, isForScripts: true },
  { header: 'Document ID', cell: ({ entry }) => entry.documentId, isForScripts: true },
  { header: 'Persona', cell: ({ persona }) => persona ?? '', isForScripts: true },
  { header: 'Journey', cell: ({ journey }) => journey ?? '', isForScripts: true },
  { header: 'Stage', cell: ({ stage }) => stage ?? '', isForScripts: true },
  { header: 'Origin', cell: ({ origin }) => origin, isForScripts: true },
];
