import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { Page } from '@strapi/strapi/admin';
import type { VocabularyBody } from '../../server/core/api';
import { EVERYONE, NOT_SET, type Stage } from '../../server/core/vocabulary';
import { useVocabulary } from '../api/vocabulary';
import { FailureState } from './FailureState';
import { useText } from './text';

/** The vocabulary with what pages look up in it again and again. */
export interface Naming extends VocabularyBody {
  readonly defaultLocale: string | undefined;
  readonly personaName: (key: string | null) => string;
  readonly stageName: (key: string | null) => string;
  readonly stage: (key: string) => Stage | undefined;
}

const NamingContext = createContext<Naming | null>(null);

/**
 * Nothing can be shown before personas and stages have names, and the answer also tells whether the user may be here:
 * the server decides, as `Page.Protect` was seen to fail in built admins.
 */
export const VocabularyGate = ({ children }: { readonly children: ReactNode }) => {
  const { data, error, refetch } = useVocabulary();
  const text = useText();
  const naming = useMemo(() => data && namingOf(data, text('persona.everyone'), text('side.notSet')), [data, text]);

  if (naming) return <NamingContext.Provider value={naming}>{children}</NamingContext.Provider>;
  if (error) return <FailureState error={error} onRetry={() => void refetch()} />;
  return <Page.Loading />;
};

/** Names and permissions for any page below the gate. */
export const useNaming = (): Naming => {
  const naming = useContext(NamingContext);
  if (!naming) throw new Error('useNaming needs a VocabularyGate above it');
  return naming;
};

const namingOf = (vocabulary: VocabularyBody, everyone: string, notSet: string): Naming => {
  const personas = new Map(vocabulary.personas.map(({ key, name }) => [key, name]));
  const stages = new Map(vocabulary.stages.map((stage) => [stage.key, stage]));
  personas.set(EVERYONE, everyone).set(NOT_SET, notSet);
  return {
    ...vocabulary,
    defaultLocale: vocabulary.locales[0]?.code,
    personaName: (key) => (key === null ? notSet : (personas.get(key) ?? key)),
    stageName: (key) => (key === null || key === NOT_SET ? notSet : (stages.get(key)?.name ?? key)),
    stage: (key) => stages.get(key),
  };
};
