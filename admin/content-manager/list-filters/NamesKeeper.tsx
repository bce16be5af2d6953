import { useEffect } from 'react';
import { ContentStrategyProvider } from '../../api/ContentStrategyProvider';
import { useVocabulary } from '../../api/vocabulary';
import { axisOptions } from '../../components/axis-options';
import { useText } from '../../components/text';
import { keptNames } from './kept-names';

/** Shows nothing: keeps what the filter bar is to call personas and stages. */
export const NamesKeeper = () => (
  <ContentStrategyProvider>
    <Keeper />
  </ContentStrategyProvider>
);

const Keeper = () => {
  const text = useText();
  const { data: vocabulary } = useVocabulary();
  useEffect(() => {
    if (vocabulary) keptNames.set(axisOptions(text, vocabulary));
  }, [text, vocabulary]);
  return null;
};
