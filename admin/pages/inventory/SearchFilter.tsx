import { useState } from 'react';
import { Box, SearchForm, Searchbar } from '@strapi/design-system';
import { useText } from '../../components/text';

interface Props {
  readonly value: string;
  /** What can be looked for; titles and paths where left out. */
  readonly placeholder?: string;
  readonly onSearch: (search: string | undefined) => void;
}

/** Search in titles, on Enter: a library may hold a million. */
export const SearchFilter = ({ value, placeholder, onSearch }: Props) => {
  const text = useText();
  const [typed, setTyped] = useState(value);
  return (
    <Box minWidth="18rem" flex="1 1 18rem" maxWidth="40rem">
      <SearchForm
        onSubmit={(event: React.FormEvent) => {
          event.preventDefault();
          onSearch(typed.trim() || undefined);
        }}
      >
        <Searchbar
          name="search"
          size="S"
          value={typed}
          placeholder={placeholder ?? text('filter.search.placeholder')}
          clearLabel={text('filter.clear')}
          onChange={(event) => setTyped(event.target.value)}
          onClear={() => {
            setTyped('');
            onSearch(undefined);
          }}
        >
          {text('filter.search')}
        </Searchbar>
      </SearchForm>
    </Box>
  );
};
