import { SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useField } from '@strapi/strapi/admin';
import { useParams } from 'react-router-dom';
import type { ListFilterName } from '../../../server/core/list-filters';
import { ContentStrategyProvider } from '../../api/ContentStrategyProvider';
import { useVocabulary } from '../../api/vocabulary';
import { axisOptions } from '../../components/axis-options';
import { useText } from '../../components/text';

interface Props {
  readonly filter: ListFilterName;
  /** The form's field that takes the key. */
  readonly name: string;
  readonly 'aria-label': string;
}

/** Chooses a key by its name in the Content Manager's filter bar. */
export const FilterInput = (props: Props) => (
  <ContentStrategyProvider>
    <Choice {...props} />
  </ContentStrategyProvider>
);

const Choice = ({ filter, name, 'aria-label': label }: Props) => {
  const text = useText();
  const field = useField<string>(name);
  const { slug } = useParams();
  const { data: vocabulary, isPending } = useVocabulary();
  // Before anything is known of types and permissions, the bar offers its filters on every list.
  const isOffered = vocabulary?.contentTypes.some(({ uid }) => uid === slug) === true;
  const options = isOffered ? axisOptions(text, vocabulary)[filter] : [];
  return (
    <SingleSelect
      aria-label={label}
      placeholder={text(isOffered ? 'filter.choose' : isPending ? 'loading' : 'filter.unavailable')}
      disabled={!isOffered}
      value={field.value ?? ''}
      onChange={(key) => field.onChange(name, String(key))}
    >
      {options.map((option) => (
        <SingleSelectOption key={option.value} value={option.value}>
          {option.label}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  );
};
