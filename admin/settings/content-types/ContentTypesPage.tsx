import { ContentStrategyProvider } from '../../api/ContentStrategyProvider';
import { ContentTypeSettings } from './ContentTypeSettings';

/** Settings → Content Strategy → Content types. */
export const ContentTypesPage = () => (
  <ContentStrategyProvider>
    <ContentTypeSettings />
  </ContentStrategyProvider>
);
