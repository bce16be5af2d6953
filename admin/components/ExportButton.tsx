import { Button, Flex, IconButton, Menu } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { CaretDown, Download } from '@strapi/icons';
import { styled } from 'styled-components';
import type { ExportName } from '../../server/core/api';
import { useExport } from '../api/inventory';
import type { ExportFilters } from '../api/routes';
import { useFailureNotification } from './use-failure-notification';
import { useText, type TextKey } from './text';

interface Props {
  /** The first is what the button itself downloads. */
  readonly names: readonly [ExportName, ...ExportName[]];
  readonly filters: ExportFilters;
}

const NAME_TEXT = {
  'coverage.csv': 'export.coverage',
  'consumption.csv': 'export.consumption',
  'files.csv': 'export.files',
  'inventory.csv': 'export.inventory',
  'tags.csv': 'export.tags',
  'never-consumed.csv': 'export.never-consumed',
} as const satisfies Record<ExportName, TextKey>;

/** *Export CSV*, with what else there is to download and the separator that Excel wants in much of Europe. */
export const ExportButton = ({ names, filters }: Props) => {
  const text = useText();
  const download = useExport();
  const notifyFailure = useFailureNotification();
  const { toggleNotification } = useNotification();
  const start = (name: ExportName, delimiter: ',' | ';') =>
    download.mutate(
      { name, filters, options: delimiter === ';' ? { delimiter } : {} },
      {
        onError: notifyFailure,
        onSuccess: ({ isEmpty }) => {
          if (isEmpty) toggleNotification({ type: 'warning', message: text('export.headersOnly') });
        },
      }
    );

  return (
    <Flex>
      <MainButton
        variant="tertiary"
        startIcon={<Download />}
        loading={download.isPending}
        onClick={() => start(names[0], ',')}
      >
        {text('export.button')}
      </MainButton>
      <Menu.Root>
        <MoreButton tag={IconButton} label={text('export.more')} icon={<CaretDown />} size="S" />
        <Menu.Content popoverPlacement="bottom-end">
          {names.flatMap((name) => [
            <Menu.Item key={name} onSelect={() => start(name, ',')}>
              {text(NAME_TEXT[name])}
            </Menu.Item>,
            <Menu.Item key={`${name};`} onSelect={() => start(name, ';')}>
              {text('export.europe', { name: text(NAME_TEXT[name]) })}
            </Menu.Item>,
          ])}
        </Menu.Content>
      </Menu.Root>
    </Flex>
  );
};

const MainButton = styled(Button)`
  border-top-right-radius: 0;
  border-bottom-right-radius: 0;
`;

const MoreButton = styled(Menu.Trigger)`
  border-top-left-radius: 0;
  border-bottom-left-radius: 0;
  border-left: 0;
`;
