import { useCallback } from 'react';
import { DECISION_KINDS } from '../../../server/core/decision';
import { EVERYONE, JOURNEYS } from '../../../server/core/vocabulary';
import { useText } from '../../components/text';
import { useNaming } from '../../components/VocabularyGate';
import { DECISION_TEXT, JOURNEY_TEXT } from '../../components/vocabulary-text';
import type { Choice, Side } from './import-options';

/** One thing that a word of a sheet may mean. */
export interface ChoiceOption {
  readonly id: string;
  readonly label: string;
  readonly choice: Choice;
}

/** A name that the server takes for a new persona or stage. */
const LONGEST_NAME = 100;

/** What a word may mean: a persona, stage or decision that there is, one to be created by those who may, or nothing. */
export const useChoiceOptions = () => {
  const text = useText();
  const { personas, stages, can } = useNaming();
  return useCallback(
    (side: Side, word: string): readonly ChoiceOption[] => {
      const ignored = { id: 'ignore', label: text('import.values.ignore'), choice: null };
      if (side === 'decisions') {
        const kinds = DECISION_KINDS.map((kind) => ({ id: kind, label: text(DECISION_TEXT[kind]), choice: kind }));
        return [...kinds, { id: 'none', label: text('import.values.undecide'), choice: 'none' }, ignored];
      }
      const known = [
        ...(side === 'personas'
          ? [{ key: EVERYONE, name: text('persona.everyone'), retired: false }, ...personas]
          : stages),
      ]
        .filter(({ retired }) => !retired)
        .map(({ key, name }) => ({ id: `key ${key}`, label: name, choice: key }));
      const mayCreate = can.settings && word.length <= LONGEST_NAME;
      const created =
        side === 'personas'
          ? [{ id: 'create', label: text('import.values.createPersona', { name: word }), choice: { create: word } }]
          : JOURNEYS.map((journey) => ({
              id: `create ${journey}`,
              label: text('import.values.createStage', { name: word, journey: text(JOURNEY_TEXT[journey]) }),
              choice: { create: word, journey },
            }));
      return [...known, ...(mayCreate ? created : []), ignored];
    },
    [text, personas, stages, can.settings]
  );
};
