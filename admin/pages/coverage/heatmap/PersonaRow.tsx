import { NOT_SET, type Persona } from '../../../../server/core/vocabulary';
import { useText } from '../../../components/text';
import type { Column } from './columns';
import { CountCell } from './CountCell';
import { PersonaHead } from './PersonaHead';
import { PersonaJourney, StageCell } from './persona-cells';
import { Purchase } from './Purchase';
import { RowCells } from './RowCells';
import type { Scene } from './scene';
import { SideTotal } from './SideTotal';

/** One persona over all stages, with its total. */
export const PersonaRow = ({ persona, scene }: { readonly persona: Persona; readonly scene: Scene }) => (
  <tr>
    <PersonaHead persona={persona} scene={scene} />
    <RowCells columns={scene.model.columns}>
      {(column) => <PersonaCell persona={persona} scene={scene} column={column} />}
    </RowCells>
  </tr>
);

interface CellProps {
  readonly persona: Persona;
  readonly scene: Scene;
  readonly column: Column;
}

/** What stands in a persona's row in one column. */
export const PersonaCell = ({ persona, scene, column }: CellProps) => {
  const text = useText();
  const { model } = scene;
  const { key, name } = persona;
  switch (column.kind) {
    case 'stage':
      return <StageCell scene={scene} persona={persona} stage={column.stage} />;
    case 'journey':
      return <PersonaJourney scene={scene} persona={persona} column={column} />;
    case 'purchase':
      return <Purchase scene={scene} persona={persona} />;
    case 'stage-not-set':
      return (
        <CountCell
          scene={scene}
          cell={{ persona: key, stage: NOT_SET }}
          name={text('cell.name', { persona: name, stage: text('stage.notSet') })}
          facts={model.stageNotSet(key)}
        />
      );
    case 'total':
      return <SideTotal scene={scene} name={name} side={{ persona: key }} />;
  }
};
