import { ContentStrategyProvider } from '../../api/ContentStrategyProvider';
import { VocabularyGate } from '../../components/VocabularyGate';
import { RuleSettings } from './RuleSettings';

/** Settings → Content Strategy → Rules. */
export const RulesPage = () => (
  <ContentStrategyProvider>
    <VocabularyGate>
      <RuleSettings />
    </VocabularyGate>
  </ContentStrategyProvider>
);
