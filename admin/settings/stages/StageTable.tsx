import { Box, Flex, Typography } from '@strapi/design-system';
import type { StageBody } from '../../../server/core/api';
import { JOURNEYS } from '../../../server/core/vocabulary';
import { JOURNEY_TEXT } from '../../components/vocabulary-text';
import { useText } from '../../components/text';
import { RowActions } from '../RowActions';
import { EntriesLink } from '../EntriesLink';
import { SettingsTable } from '../SettingsTable';
import { SortableRow } from '../sortable/SortableRow';
import { SortableRows } from '../sortable/SortableRows';

interface Props {
  readonly stages: readonly StageBody[];
  readonly onEdit: (stage: StageBody) => void;
  readonly onDelete: (stage: StageBody) => void;
  readonly onRetire: (stage: StageBody, retired: boolean) => void;
  readonly onOrder: (keys: readonly string[]) => void;
}

/** The stages of both journeys, each in its order, retired ones apart. */
export const StageTable = ({ stages, onEdit, onDelete, onRetire, onOrder }: Props) => {
  const text = useText();
  const inOrder = [...stages].sort((a, b) => a.position - b.position);
  const retired = inOrder.filter((stage) => stage.retired);
  const columns = [
    { label: text('settings.name'), width: '70%' },
    { label: text('settings.target'), numeric: true },
    { label: text('settings.entries'), numeric: true },
    { label: text('settings.actions'), hidden: true },
  ];
  const cells = (stage: StageBody) => (
    <>
      <td>
        <Typography fontWeight="semiBold" tag="div">
          {stage.name}
        </Typography>
        <Typography variant="pi" textColor="neutral600" tag="div">
          {stage.playbook.question}
        </Typography>
      </td>
      <td data-numeric>{stage.target}</td>
      <td data-numeric>
        <EntriesLink of={stage} filter={{ stage: stage.key }} />
      </td>
      <td>
        <RowActions
          name={stage.name}
          retired={stage.retired}
          onEdit={() => onEdit(stage)}
          onRetire={(retire) => onRetire(stage, retire)}
          onDelete={() => onDelete(stage)}
        />
      </td>
    </>
  );

  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      {JOURNEYS.map((journey) => {
        const ofJourney = inOrder.filter((stage) => stage.journey === journey);
        const live = ofJourney.filter((stage) => !stage.retired);
        const behind = ofJourney.filter((stage) => stage.retired).map(({ key }) => key);
        return (
          <Box key={journey}>
            <Typography variant="beta" tag="h2" paddingBottom={3}>
              {text(JOURNEY_TEXT[journey])}
            </Typography>
            <SortableRows items={live} onOrder={(keys) => onOrder([...keys, ...behind])}>
              <SettingsTable
                label={text(JOURNEY_TEXT[journey])}
                columns={[{ label: text('settings.order'), hidden: true }, ...columns]}
              >
                {live.map((stage) => (
                  <SortableRow key={stage.key} id={stage.key} name={stage.name}>
                    {cells(stage)}
                  </SortableRow>
                ))}
              </SettingsTable>
            </SortableRows>
          </Box>
        );
      })}
      {retired.length > 0 && (
        <Box>
          <Typography variant="beta" tag="h2" paddingBottom={3}>
            {text('settings.retired')}
          </Typography>
          <SettingsTable label={text('settings.retired')} columns={columns}>
            {retired.map((stage) => (
              <tr key={stage.key}>{cells(stage)}</tr>
            ))}
          </SettingsTable>
        </Box>
      )}
    </Flex>
  );
};
