import { ContentStrategyProvider } from '../api/ContentStrategyProvider';

/** The plugin's pages. */
export const App = () => <ContentStrategyProvider>{null}</ContentStrategyProvider>;
