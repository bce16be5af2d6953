import { useText } from '../../components/text';
import { useNaming } from '../../components/VocabularyGate';

const FILE = 'plugin::upload.file';

/** "Article · de"; files count as a type of their own. */
export const useTypeName = () => {
  const text = useText();
  const { contentTypes } = useNaming();
  return (uid: string, locale = ''): string => {
    const type =
      uid === FILE ? text('nav.files') : (contentTypes.find((candidate) => candidate.uid === uid)?.displayName ?? uid);
    return locale ? text('measurement.typeInLocale', { type, locale }) : type;
  };
};
