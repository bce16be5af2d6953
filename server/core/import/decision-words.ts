import { DECISION_KINDS, type DecisionKind } from '../decision';
import { saysNothing } from './silent';
import { bareWord, fold, foldWord } from './words';

/** Takes a decision back. A blank cell does not: an export from before somebody decided would take theirs along. */
export const NONE = 'none';

/** What a word about a decision says; `''`: nothing. */
export type SaidKind = DecisionKind | typeof NONE | '';

/** Looks up what a word says shall become of an entry; `null`: it is not known. */
export type DecisionLexicon = (word: string) => { readonly kind: SaidKind; readonly isAssumed: boolean } | null;

/**
 * Understands our own words, those mapped by hand (`null`: says nothing), and the usual ones of content audits. What could
 * be two ("redirect" merges or retires, "review/delete" is no decision yet) is not among them.
 */
export const createDecisionLexicon = (
  mapped: ReadonlyMap<string, DecisionKind | typeof NONE | null> = new Map()
): DecisionLexicon => {
  const byHand = new Map([...mapped].map(([word, kind]) => [foldWord(word), kind]));
  return (word) => {
    const said = byHand.get(foldWord(word));
    if (said !== undefined) return { kind: said ?? '', isAssumed: false };
    const own = OWN.get(foldWord(word));
    if (own !== undefined) return { kind: own, isAssumed: false };
    const kind = WORDS.get(bareWord(word)) ?? (saysNothing(word) ? '' : undefined);
    return kind === undefined ? null : { kind, isAssumed: true };
  };
};

const OWN: ReadonlyMap<string, SaidKind> = new Map(([...DECISION_KINDS, ''] as const).map((kind) => [kind, kind]));

const WORDS: ReadonlyMap<string, SaidKind> = new Map(
  (
    [
      ['keep', ['keep', 'keep as is', 'keep as it is', 'leave', 'leave as is', 'as is', 'retain', 'maintain', 'no change', 'no changes', 'no changes needed', 'no action', 'no action needed', 'no action required', 'behalten', 'beibehalten', 'belassen', 'so lassen', 'keine änderung', 'unverändert', 'garder', 'conserver', 'maintenir', 'mantener', 'conservar', 'dejar', 'manter', 'mantenere', 'tenere', 'behouden']], // prettier-ignore
      ['update', ['update', 'update content', 'needs update', 'to update', 'revise', 'refresh', 'refresh content', 'rewrite', 'rework', 'improve', 'optimize', 'optimise', 'reoptimize', 're optimize', 'edit', 'expand', 'überarbeiten', 'aktualisieren', 'verbessern', 'optimieren', 'erneuern', 'umschreiben', 'neu schreiben', 'mettre à jour', 'actualiser', 'réviser', 'améliorer', 'optimiser', 'réécrire', 'actualizar', 'revisar', 'mejorar', 'optimizar', 'reescribir', 'atualizar', 'melhorar', 'otimizar', 'reescrever', 'aggiornare', 'rivedere', 'migliorare', 'ottimizzare', 'riscrivere', 'bijwerken', 'herzien', 'verbeteren', 'herschrijven']], // prettier-ignore
      ['merge', ['merge', 'merge into', 'merge with', 'consolidate', 'consolidate into', 'combine', 'zusammenführen', 'zusammenlegen', 'konsolidieren', 'fusionner', 'consolider', 'regrouper', 'fusionar', 'combinar', 'consolidar', 'unificar', 'mesclar', 'unire', 'accorpare', 'consolidare', 'samenvoegen']], // prettier-ignore
      ['retire', ['retire', 'remove', 'delete', 'archive', 'unpublish', 'depublish', 'cut', 'kill', 'prune', 'sunset', 'discontinue', 'take down', 'löschen', 'entfernen', 'archivieren', 'depublizieren', 'offline nehmen', 'supprimer', 'retirer', 'archiver', 'dépublier', 'eliminar', 'borrar', 'archivar', 'retirar', 'despublicar', 'remover', 'excluir', 'apagar', 'arquivar', 'eliminare', 'rimuovere', 'archiviare', 'cancellare', 'verwijderen', 'archiveren']], // prettier-ignore
      [NONE, ['none', 'undecided', 'no decision']],
    ] as const
  ).flatMap(([kind, words]) => words.map((word): readonly [string, SaidKind] => [fold(word), kind]))
);
