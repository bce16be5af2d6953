import { Layouts, Page } from '@strapi/strapi/admin';
import { useText } from '../../components/text';
import { HistoryList } from './HistoryList';

/** What was done to many entries at once, and what views were imported: who, when, how many, and back again. */
export const HistoryPage = () => {
  const text = useText();
  return (
    <Page.Main>
      <Page.Title>{text('nav.history')}</Page.Title>
      <Layouts.Header title={text('nav.history')} subtitle={text('history.subtitle')} />
      <Layouts.Content>
        <HistoryList />
      </Layouts.Content>
    </Page.Main>
  );
};
