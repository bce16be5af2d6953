import { Typography } from '@strapi/design-system';
import { useLocation } from 'react-router-dom';
import type { VocabularyBody } from '../../../server/core/api';
import { useText } from '../../components/text';

interface Props {
  readonly vocabulary: Pick<VocabularyBody, 'contentTypes' | 'locales'>;
  readonly model: string;
}

/** Said in every language but the default: who opens the German version may think that its placement is its own. */
export const SharedByLanguages = ({ vocabulary: { contentTypes, locales }, model }: Props) => {
  const text = useText();
  const { search } = useLocation();
  const code = new URLSearchParams(search).get('plugins[i18n][locale]');
  const [, ...others] = locales;
  const language = others.find((locale) => locale.code === code);
  const isLocalized = contentTypes.find(({ uid }) => uid === model)?.localized ?? false;
  return language === undefined || !isLocalized ? null : (
    <Typography variant="pi" textColor="neutral600" tag="p" role="note">
      {text('panel.languages', { language: language.name })}
    </Typography>
  );
};
