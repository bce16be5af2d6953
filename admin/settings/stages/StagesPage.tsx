import { ContentStrategyProvider } from '../../api/ContentStrategyProvider';
import { StageSettings } from './StageSettings';

/** Settings → Content Strategy → Stages. */
export const StagesPage = () => (
  <ContentStrategyProvider>
    <StageSettings />
  </ContentStrategyProvider>
);
