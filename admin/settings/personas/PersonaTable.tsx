import type { ReactNode } from 'react';
import { Box, Button, EmptyStateLayout, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import type { PersonaBody } from '../../../server/core/api';
import { useText } from '../../components/text';
import { RowActions } from '../RowActions';
import { EntriesLink } from '../EntriesLink';
import { SettingsTable } from '../SettingsTable';
import { SortableRow } from '../sortable/SortableRow';
import { SortableRows } from '../sortable/SortableRows';
import { PRIORITY_TEXT } from './PersonaForm';

interface Props {
  readonly personas: readonly PersonaBody[];
  readonly onAdd: () => void;
  readonly onEdit: (persona: PersonaBody) => void;
  readonly onDelete: (persona: PersonaBody) => void;
  readonly onRetire: (persona: PersonaBody, retired: boolean) => void;
  readonly onOrder: (keys: readonly string[]) => void;
}

/** Personas in their order, retired ones apart. */
export const PersonaTable = ({ personas, onAdd, onEdit, onDelete, onRetire, onOrder }: Props) => {
  const text = useText();
  const inOrder = [...personas].sort((a, b) => a.position - b.position);
  const live = inOrder.filter(({ retired }) => !retired);
  const retired = inOrder.filter((persona) => persona.retired);
  const columns = [
    { label: text('settings.name'), width: '60%' },
    { label: text('settings.priority'), wide: true },
    { label: text('settings.relation'), wide: true },
    { label: text('settings.entries'), numeric: true },
    { label: text('settings.actions'), hidden: true },
  ];
  const cells = (persona: PersonaBody) => (
    <PersonaCells
      persona={persona}
      actions={
        <RowActions
          name={persona.name}
          retired={persona.retired}
          onEdit={() => onEdit(persona)}
          onRetire={(retire) => onRetire(persona, retire)}
          onDelete={() => onDelete(persona)}
        />
      }
    />
  );

  if (personas.length === 0) {
    return (
      <EmptyStateLayout
        content={text('settings.personas.none')}
        action={
          <Button variant="secondary" startIcon={<Plus />} onClick={onAdd}>
            {text('settings.personas.add')}
          </Button>
        }
      />
    );
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <SortableRows
        items={live}
        // The server wants every key once: retired ones stay behind.
        onOrder={(keys) => onOrder([...keys, ...retired.map(({ key }) => key)])}
      >
        <SettingsTable
          label={text('settings.personas')}
          columns={[{ label: text('settings.order'), hidden: true }, ...columns]}
        >
          {live.map((persona) => (
            <SortableRow key={persona.key} id={persona.key} name={persona.name}>
              {cells(persona)}
            </SortableRow>
          ))}
        </SettingsTable>
      </SortableRows>
      {retired.length > 0 && (
        <Box>
          <Typography variant="beta" tag="h2" paddingBottom={3}>
            {text('settings.retired')}
          </Typography>
          <SettingsTable label={text('settings.retired')} columns={columns}>
            {retired.map((persona) => (
              <tr key={persona.key}>{cells(persona)}</tr>
            ))}
          </SettingsTable>
        </Box>
      )}
    </Flex>
  );
};

const PersonaCells = ({ persona, actions }: { readonly persona: PersonaBody; readonly actions: ReactNode }) => {
  const text = useText();
  const relations = [persona.buys && text('settings.buys.short'), persona.uses && text('settings.uses.short')];
  return (
    <>
      <td>
        <Typography fontWeight="semiBold" tag="div">
          {persona.name}
        </Typography>
        <Typography variant="pi" textColor="neutral600" tag="div">
          {[persona.group, persona.description].filter(Boolean).join(' · ')}
        </Typography>
      </td>
      <td data-wide>{text(PRIORITY_TEXT[persona.priority])}</td>
      <td data-wide>{relations.filter(Boolean).join(', ') || '–'}</td>
      <td data-numeric>
        <EntriesLink of={persona} filter={{ persona: persona.key }} />
      </td>
      <td>{actions}</td>
    </>
  );
};
