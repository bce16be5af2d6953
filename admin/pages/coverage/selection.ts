/** A cell by its two keys; `everyone` and `not-set` stand for the special row and column. */
export interface CellRef {
  readonly persona: string;
  readonly stage: string;
}

/** What a drawer can be opened for. */
export type Selection =
  | ({ readonly kind: 'cell' } & CellRef)
  | { readonly kind: 'persona'; readonly persona: string }
  | { readonly kind: 'stage'; readonly stage: string }
  | { readonly kind: 'handoff'; readonly persona: string };

/** Stands for a whole row or column; no key holds it. */
export const WHOLE = '*';
/** The column between the journeys: a stage may be called purchase too. */
export const PURCHASE = '*purchase';

/** How it stands in the URL, and the id of what opens it in the matrix, to which the focus returns. */
export const selectionId = (selection: Selection): string => {
  switch (selection.kind) {
    case 'cell':
      return `${selection.persona}/${selection.stage}`;
    case 'persona':
      return `${selection.persona}/${WHOLE}`;
    case 'stage':
      return `${WHOLE}/${selection.stage}`;
    case 'handoff':
      return `${selection.persona}/${PURCHASE}`;
  }
};

/** What a URL asks for; `null` where it asks for nothing. */
export const readSelection = (id: string | null): Selection | null => {
  const [persona, stage] = id?.split('/') ?? [];
  if (!persona || !stage) return null;
  if (persona === WHOLE) return { kind: 'stage', stage };
  if (stage === WHOLE) return { kind: 'persona', persona };
  return stage === PURCHASE ? { kind: 'handoff', persona } : { kind: 'cell', persona, stage };
};
