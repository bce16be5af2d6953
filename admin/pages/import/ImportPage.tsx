import { Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { PAGES } from '../../components/entry-links';
import { Message, useText } from '../../components/text';
import { TextLink } from '../../components/TextLink';
import { useNaming } from '../../components/VocabularyGate';
import { MappedPaths } from './analytics/MappedPaths';
import { MovedSections } from './analytics/MovedSections';
import { ImportSteps } from './ImportSteps';

/** Places entries by a sheet: dropped, looked through, applied. */
export const ImportPage = () => {
  const text = useText();
  const { can } = useNaming();
  if (!can.tag) return <Page.NoPermissions />;
  return (
    <Page.Main>
      <Page.Title>{text('nav.import')}</Page.Title>
      <Layouts.Header title={text('nav.import')} subtitle={text('import.subtitle')} />
      <Layouts.Content>
        <ImportSteps />
        <MovedSections />
        <MappedPaths />
        <Typography tag="p" textColor="neutral600" paddingTop={6}>
          <Message id="history.import" values={{ a: (chunks) => <TextLink to={PAGES.history}>{chunks}</TextLink> }} />
        </Typography>
      </Layouts.Content>
    </Page.Main>
  );
};
