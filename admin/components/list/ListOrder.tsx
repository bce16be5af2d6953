import { Box, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { useText, type TextKey } from '../text';

interface Props {
  /** Orders that answer a question, in words; the API may know others. */
  readonly orders: Readonly<Record<string, TextKey>>;
  readonly sort: string | undefined;
  /** What an order that is not among them is called. */
  readonly placeholder: TextKey;
  readonly onSort: (sort: string) => void;
}

/** A list's order in words; not all that it can be sorted by has a column of its own to click. */
export const ListOrder = ({ orders, sort, placeholder, onSort }: Props) => {
  const text = useText();
  return (
    <Flex gap={2} marginLeft="auto">
      <Typography variant="pi" textColor="neutral600">
        {text('sort.label')}
      </Typography>
      <Box minWidth="17rem">
        <SingleSelect
          size="S"
          aria-label={text('sort.label')}
          value={sort !== undefined && sort in orders ? sort : ''}
          placeholder={text(placeholder)}
          onChange={(chosen) => onSort(String(chosen))}
        >
          {Object.entries(orders).map(([value, word]) => (
            <SingleSelectOption key={value} value={value}>
              {text(word)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Box>
    </Flex>
  );
};
