import { SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useField } from '@strapi/strapi/admin';
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
  const { data: vocabulary } = useVocabulary();
  const options = vocabulary ? axisOptions(text, vocabulary)[filter] : [];
  return (
    <SingleSelect
      aria-label={label}
      placeholder={text(vocabulary ? 'filter.choose' : 'loading')}
      disabled={!vocabulary}
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
