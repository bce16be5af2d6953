import { Flex, IconButton } from '@strapi/design-system';
import { Archive, ArrowClockwise, Pencil, Trash } from '@strapi/icons';
import { useText } from '../components/text';

interface Props {
  readonly name: string;
  readonly retired: boolean;
  readonly onEdit: () => void;
  readonly onRetire: (retired: boolean) => void;
  readonly onDelete: () => void;
}

/** What can be done with a persona or a stage. */
export const RowActions = ({ name, retired, onEdit, onRetire, onDelete }: Props) => {
  const text = useText();
  return (
    <Flex gap={1} justifyContent="flex-end">
      <IconButton variant="ghost" label={text('settings.edit', { name })} onClick={onEdit}>
        <Pencil />
      </IconButton>
      <IconButton
        variant="ghost"
        label={text(retired ? 'settings.restore' : 'settings.retire', { name })}
        onClick={() => onRetire(!retired)}
      >
        {retired ? <ArrowClockwise /> : <Archive />}
      </IconButton>
      <IconButton variant="ghost" label={text('settings.delete', { name })} onClick={onDelete}>
        <Trash />
      </IconButton>
    </Flex>
  );
};
