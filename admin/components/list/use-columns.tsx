import { useState } from 'react';
import { Box, Button, Checkbox, Flex, Popover } from '@strapi/design-system';
import { Layout } from '@strapi/icons';
import { useText } from '../text';
import { keepHidden, readHidden } from './hidden-columns';
import type { Column } from './ListTable';

/** The columns of a list that its reader wants to see, remembered in this browser; the first is always there. */
export const useColumns = <C extends Pick<Column<never>, 'title'>>(list: string, columns: readonly C[]) => {
  const [hidden, setHidden] = useState<readonly string[]>(() => readHidden(list));
  const [, ...optional] = columns;
  const toggle = (title: string) => {
    const next = hidden.includes(title) ? hidden.filter((other) => other !== title) : [...hidden, title];
    setHidden(next);
    keepHidden(list, next);
  };
  return {
    shown: columns.filter((column, at) => at === 0 || !hidden.includes(column.title)),
    choice: { optional, hidden, toggle },
  };
};

/** Which columns a list shows, to be chosen. */
export const ColumnsButton = ({ optional, hidden, toggle }: ReturnType<typeof useColumns>['choice']) => {
  const text = useText();
  return (
    <Popover.Root>
      <Popover.Trigger>
        <Button variant="tertiary" size="S" startIcon={<Layout />}>
          {text('list.columns')}
        </Button>
      </Popover.Trigger>
      <Popover.Content align="end" aria-label={text('list.columns.title')}>
        <Flex direction="column" alignItems="stretch" gap={3} padding={4}>
          {optional.map(({ title }) => (
            <Box key={title}>
              <Checkbox checked={!hidden.includes(title)} onCheckedChange={() => toggle(title)}>
                {text(title)}
              </Checkbox>
            </Box>
          ))}
        </Flex>
      </Popover.Content>
    </Popover.Root>
  );
};
