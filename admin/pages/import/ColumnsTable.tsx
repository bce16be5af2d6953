import { SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { IMPORT_COLUMNS, type ImportColumn, type ImportHeader } from '../../../server/core/import-api';
import { useText } from '../../components/text';
import { SettingsTable } from '../../settings/SettingsTable';
import { isNameable, meaningOf, type Said } from './import-options';
import { MEANING_TEXT } from './meaning-text';

interface Props {
  readonly columns: readonly ImportHeader[];
  readonly said: Said;
  readonly onChange: (header: string, meaning: ImportColumn | null) => void;
}

const IGNORED = 'ignored';

/** The sheet's columns, each with some of its values and what it means. */
export const ColumnsTable = ({ columns, said, onChange }: Props) => {
  const text = useText();
  return (
    <SettingsTable
      label={text('import.columns')}
      columns={[
        { label: text('import.columns.column'), width: '28%' },
        { label: text('import.columns.examples') },
        { label: text('import.columns.meaning'), width: '28%' },
      ]}
    >
      {columns.map((column, at) => (
        <tr key={`${String(at)} ${column.header}`}>
          <td>
            <Typography fontWeight="semiBold" style={{ overflowWrap: 'anywhere' }}>
              {column.header || text('import.columns.noName')}
            </Typography>
          </td>
          <td>
            <Typography textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
              {column.examples.map(shortened).join(' · ')}
            </Typography>
          </td>
          <td data-content>
            <SingleSelect
              size="S"
              aria-label={text('import.columns.meaningOf', { name: column.header })}
              disabled={!isNameable(column.header)}
              value={meaningOf(said, column) ?? IGNORED}
              onChange={(chosen) => onChange(column.header, IMPORT_COLUMNS.find((one) => one === chosen) ?? null)}
            >
              {IMPORT_COLUMNS.map((meaning) => (
                <SingleSelectOption key={meaning} value={meaning}>
                  {text(MEANING_TEXT[meaning])}
                </SingleSelectOption>
              ))}
              <SingleSelectOption value={IGNORED}>{text('import.columns.ignore')}</SingleSelectOption>
            </SingleSelect>
          </td>
        </tr>
      ))}
    </SettingsTable>
  );
};

const SHOWN = 40;

const shortened = (example: string): string => (example.length > SHOWN ? `${example.slice(0, SHOWN)}…` : example);
