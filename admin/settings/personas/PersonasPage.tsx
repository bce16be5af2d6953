import { ContentStrategyProvider } from '../../api/ContentStrategyProvider';
import { PersonaSettings } from './PersonaSettings';

/** Settings → Content Strategy → Personas. */
export const PersonasPage = () => (
  <ContentStrategyProvider>
    <PersonaSettings />
  </ContentStrategyProvider>
);
