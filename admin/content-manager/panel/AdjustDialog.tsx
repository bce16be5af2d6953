import { Button, Checkbox, Modal, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { PairGrid } from '../../components/PairGrid';
import { useText } from '../../components/text';

interface Named {
  readonly key: string;
  readonly name: string;
}

interface Props {
  readonly rows: readonly Named[];
  readonly columns: readonly Named[];
  readonly summary: string;
  readonly isChosen: (persona: string, stage: string) => boolean;
  readonly onToggle: (persona: string, stage: string) => void;
  readonly onClose: () => void;
}

/** The exceptions: chosen personas × chosen stages as a grid of checkboxes, saved as they are clicked. */
export const AdjustDialog = ({ rows, columns, summary, isChosen, onToggle, onClose }: Props) => {
  const text = useText();
  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={text('dialog.close')}>
          <Modal.Title>{text('panel.adjust.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Typography textColor="neutral600">{text('panel.adjust.intro')}</Typography>
          <Scroll tabIndex={0} role="region" aria-label={text('panel.adjust.title')}>
            <Grid
              personas={rows}
              stages={columns}
              cell={(row, column) => (
                <td key={column.key}>
                  <Checkbox
                    aria-label={text('cell.name', { persona: row.name, stage: column.name })}
                    checked={isChosen(row.key, column.key)}
                    onCheckedChange={() => onToggle(row.key, column.key)}
                  />
                </td>
              )}
            />
          </Scroll>
        </Modal.Body>
        <Modal.Footer>
          <Typography textColor="neutral600" role="status">
            {summary}
          </Typography>
          <Button type="button" onClick={onClose}>
            {text('dialog.done')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};

const Scroll = styled.div`
  overflow-x: auto;
  margin-top: 1.6rem;
`;

const Grid = styled(PairGrid)`
  font-size: 1.4rem;
  color: ${({ theme }) => theme.colors.neutral800};

  th {
    padding: 0.8rem 1.2rem;
    font-weight: 600;
    text-align: center;
  }

  th[scope='row'] {
    padding-left: 0;
    text-align: start;
  }

  td {
    padding: 0.8rem 1.2rem;
    text-align: center;
  }

  td > * {
    display: inline-flex;
  }
`;
