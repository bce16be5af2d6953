import { useCallback } from 'react';
import { useNaming } from '../VocabularyGate';
import { useRuleText } from './use-rule-text';

/** Rules in words, by the names that are saved. */
export const useNamedRules = () => {
  const { contentTypes, personaName, stageName } = useNaming();
  const type = useCallback(
    (uid: string) => contentTypes.find((known) => known.uid === uid)?.displayName ?? uid,
    [contentTypes]
  );
  return useRuleText({ type, persona: personaName, stage: stageName });
};
