import type { Guess } from './lexicon';
import { bareWord } from './words';

/** "1 - Finance lead", "🎯 Finance lead", "Finance lead persona": the name alone with something around it that says nothing. */
export const guessPersona: Guess = (word, keyOf) => {
  const bare = word.length > LONGEST ? '' : bareWord(word);
  const name = bare.replace(/^(?:the|persona) (?=.)|(?<=.) (?:persona|audience)$/g, '');
  return bare === '' ? null : (keyOf(bare) ?? keyOf(name));
};

const LONGEST = 100;
