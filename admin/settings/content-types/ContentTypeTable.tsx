import { Box, Checkbox, IconButton, Typography } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import type { ContentTypeBody } from '../../../server/core/api';
import { useText } from '../../components/text';
import { SettingsTable } from '../SettingsTable';

interface Props {
  readonly title: string;
  readonly types: readonly ContentTypeBody[];
  readonly onEdit: (type: ContentTypeBody) => void;
  readonly onAudited: (type: ContentTypeBody, audited: boolean) => void;
}

/** Types of one kind with their switch and what their fields are mapped to. */
export const ContentTypeTable = ({ title, types, onEdit, onAudited }: Props) => {
  const text = useText();
  if (types.length === 0) return null;
  return (
    <Box paddingBottom={6}>
      <Typography variant="beta" tag="h2" paddingBottom={3}>
        {title}
      </Typography>
      <SettingsTable
        label={title}
        columns={[
          { label: text('settings.types.type'), width: '26%' },
          { label: text('settings.types.audited'), width: '15%' },
          { label: text('settings.types.urlPattern'), width: '30%' },
          { label: text('settings.types.fields'), wide: true },
          { label: text('settings.actions'), width: '7%', hidden: true },
        ]}
      >
        {types.map((type) => (
          <tr key={type.uid}>
            <td>
              <Typography fontWeight="semiBold" tag="div">
                {type.displayName}
              </Typography>
              <Typography variant="pi" textColor="neutral600" tag="div">
                {type.uid}
              </Typography>
            </td>
            <td>
              <Checkbox
                aria-label={text('settings.types.auditedOf', { name: type.displayName })}
                checked={type.setting.audited}
                onCheckedChange={(audited) => onAudited(type, audited === true)}
              />
            </td>
            <td>
              {type.gone.urlPattern === undefined ? (
                <code>{type.setting.urlPattern ?? '–'}</code>
              ) : (
                <Gone name={type.gone.urlPattern} />
              )}
            </td>
            <td data-wide>
              <MappedFields type={type} />
            </td>
            <td>
              <IconButton
                variant="ghost"
                label={text('settings.edit', { name: type.displayName })}
                onClick={() => onEdit(type)}
              >
                <Pencil />
              </IconButton>
            </td>
          </tr>
        ))}
      </SettingsTable>
    </Box>
  );
};

/** What was set and counts no longer. */
const Gone = ({ name }: { readonly name: string }) => {
  const text = useText();
  return (
    <Typography textColor="danger600">
      <code>{name}</code> {text('settings.gone')}
    </Typography>
  );
};

const MappedFields = ({ type: { setting, gone } }: { readonly type: ContentTypeBody }) => {
  const text = useText();
  const fields = [
    [text('settings.types.title'), 'titleField'],
    [text('settings.types.contentDate'), 'contentDateField'],
    [text('settings.types.owner'), 'ownerField'],
    [text('settings.types.expiry'), 'expiryField'],
  ] as const;
  const mapped = fields.filter(([, field]) => setting[field] !== null || gone[field] !== undefined);
  if (mapped.length === 0) return '–';
  return (
    <>
      {mapped.map(([label, field]) => (
        <Typography key={label} variant="pi" tag="div">
          {label}: {gone[field] === undefined ? <code>{setting[field]}</code> : <Gone name={gone[field]} />}
        </Typography>
      ))}
    </>
  );
};
