import { useId, useState } from 'react';
import { Button, Typography } from '@strapi/design-system';
import type { ImportHeader } from '../../../server/core/import-api';
import { Card } from '../../components/Card';
import { useText } from '../../components/text';
import { ColumnsTable } from './ColumnsTable';
import { meaningOf, withMeaning, type Said } from './import-options';

interface Props {
  readonly columns: readonly ImportHeader[];
  readonly isRefused: boolean;
  readonly isRemembered: boolean;
  readonly said: Said;
  readonly onChange: (said: Said) => void;
}

/** How the sheet's columns are understood: one sentence where they are, a table where somebody has to help. */
export const ColumnsCard = ({ columns, isRefused, isRemembered, said, onChange }: Props) => {
  const text = useText();
  const id = useId();
  const [isAsked, setAsked] = useState(false);
  const isOpen = isAsked || isRefused;
  const ignored = columns.filter((column) => meaningOf(said, column) === null);
  return (
    <Card
      title={text('import.columns')}
      action={
        !isRefused && (
          <Button
            size="S"
            variant="tertiary"
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setAsked(!isAsked)}
          >
            {text(isOpen ? 'import.columns.hide' : 'import.columns.show')}
          </Button>
        )
      }
    >
      <Typography tag="p" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
        {text('import.columns.understood', { known: columns.length - ignored.length, count: columns.length })}{' '}
        {ignored.length > 0 &&
          text('import.columns.ignored', {
            names: ignored
              .slice(0, NAMED)
              .map(({ header }) => header || text('import.columns.noName'))
              .join(', '),
            more: Math.max(0, ignored.length - NAMED),
          })}{' '}
        {isRemembered && text('import.remembered')}
      </Typography>
      <div id={id} hidden={!isOpen} style={{ paddingTop: '1.6rem' }}>
        {isOpen && (
          <ColumnsTable
            columns={columns}
            said={said}
            onChange={(header, meaning) => {
              // Understood now, but whoever is at it may not be done.
              setAsked(true);
              onChange(withMeaning(said, columns, header, meaning));
            }}
          />
        )}
      </div>
    </Card>
  );
};

const NAMED = 8;
