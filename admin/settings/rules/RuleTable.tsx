import { Button, EmptyStateLayout, Flex, IconButton, LinkButton, Status, Typography } from '@strapi/design-system';
import { Pencil, Plus, Trash } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { Link } from 'react-router-dom';
import { PAGES } from '../../components/entry-links';
import { useNamedRules } from '../../components/rules/use-named-rules';
import { useText } from '../../components/text';
import { SettingsTable } from '../SettingsTable';
import { SortableRow } from '../sortable/SortableRow';
import { SortableRows } from '../sortable/SortableRows';
import type { RuleDraft } from './rule-drafts';

interface Props {
  readonly drafts: readonly RuleDraft[];
  readonly onAdd: () => void;
  readonly onEdit: (rule: RuleDraft) => void;
  readonly onDelete: (rule: RuleDraft) => void;
  readonly onOrder: (ids: readonly string[]) => void;
}

/** The rules in the order in which they are asked. */
export const RuleTable = ({ drafts, onAdd, onEdit, onDelete, onOrder }: Props) => {
  const text = useText();
  const { formatNumber } = useIntl();
  const { what, gives } = useNamedRules();

  if (drafts.length === 0) {
    return (
      <EmptyStateLayout
        content={text('settings.rules.none')}
        action={
          <Flex gap={2}>
            <Button variant="secondary" startIcon={<Plus />} onClick={onAdd}>
              {text('settings.rules.add')}
            </Button>
            <LinkButton tag={Link} to={PAGES.setup} variant="tertiary">
              {text('settings.rules.setup')}
            </LinkButton>
          </Flex>
        }
      />
    );
  }
  return (
    <SortableRows items={drafts.map((rule) => ({ key: rule.id, name: what(rule) }))} onOrder={onOrder}>
      <SettingsTable
        label={text('settings.rules')}
        columns={[
          { label: text('settings.order'), hidden: true },
          { label: text('rules.what'), width: '50%' },
          { label: text('rules.gives') },
          { label: text('settings.rules.entries'), numeric: true },
          { label: text('settings.actions'), hidden: true },
        ]}
      >
        {drafts.map((rule) => (
          <SortableRow key={rule.id} id={rule.id} name={what(rule)}>
            <td>
              <Typography fontWeight="semiBold">{what(rule)}</Typography>
              {rule.gone && <Gone />}
            </td>
            <td>{gives(rule)}</td>
            <td data-numeric>{rule.entries === null ? text('settings.rules.unsaved') : formatNumber(rule.entries)}</td>
            <td>
              <Flex gap={1} justifyContent="flex-end">
                <IconButton
                  variant="ghost"
                  disabled={rule.hidden || rule.gone !== null}
                  label={text('settings.edit', { name: what(rule) })}
                  onClick={() => onEdit(rule)}
                >
                  <Pencil />
                </IconButton>
                <IconButton
                  variant="ghost"
                  disabled={rule.hidden}
                  label={text('settings.delete', { name: what(rule) })}
                  onClick={() => onDelete(rule)}
                >
                  <Trash />
                </IconButton>
              </Flex>
            </td>
          </SortableRow>
        ))}
      </SettingsTable>
    </SortableRows>
  );
};

/** A rule of which nothing new comes, and what is left of it. */
const Gone = () => {
  const text = useText();
  return (
    <>
      {' '}
      <Status variant="neutral" size="XS" display="inline-block">
        <Typography tag="span" variant="pi" fontWeight="bold">
          {text('settings.gone')}
        </Typography>
      </Status>
      <Typography variant="pi" textColor="neutral600" tag="div">
        {text('settings.rules.gone')}
      </Typography>
    </>
  );
};
