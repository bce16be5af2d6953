import { Layouts, Page } from '@strapi/strapi/admin';
import { useText } from '../../components/text';
import { ChangesList } from './ChangesList';

/** What changed many entries at once: who, when, how many, and back again. */
export const ChangesPage = () => {
  const text = useText();
  return (
    <Page.Main>
      <Page.Title>{text('nav.changes')}</Page.Title>
      <Layouts.Header title={text('nav.changes')} subtitle={text('changes.subtitle')} />
      <Layouts.Content>
        <ChangesList pageSize={20} none={text('changes.none')} />
      </Layouts.Content>
    </Page.Main>
  );
};
