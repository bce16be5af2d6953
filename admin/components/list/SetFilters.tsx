import { Button, Flex, Tag } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useText } from '../text';

interface Props {
  /** What the list is filtered by, named as on screen. */
  readonly given: readonly { readonly name: string; readonly title: string; readonly value: string }[];
  readonly change: (changes: Readonly<Record<string, string | undefined>>) => void;
}

/** What a list is filtered by, each removable: a link from a number explains itself this way. */
export const SetFilters = ({ given, change }: Props) => {
  const text = useText();
  if (given.length === 0) return null;
  return (
    <Flex gap={2} wrap="wrap">
      {given.map(({ name, title, value }) => (
        <Tag
          key={name}
          icon={<Cross aria-hidden />}
          label={text('filter.remove', { name: title })}
          onClick={() => change({ [name]: undefined })}
        >
          {text('filter.chip', { name: title, value })}
        </Tag>
      ))}
      <Button
        variant="ghost"
        size="S"
        onClick={() => change(Object.fromEntries(given.map(({ name }) => [name, undefined])))}
      >
        {text('filter.clearAll')}
      </Button>
    </Flex>
  );
};
