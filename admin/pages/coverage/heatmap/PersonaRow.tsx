import { NOT_SET, type Persona } from '../../../../server/core/vocabulary';
import { useText } from '../../../components/text';
import { TOTAL, type Column } from './columns';
import { CountButton } from './CountButton';
import { CountTotal } from './CountTotal';
import { cellId } from './heatmap-model';
import { PersonaHead } from './PersonaHead';
import { PersonaJourney, StageCell } from './persona-cells';
import { Purchase } from './Purchase';
import { isOpen, totalLink, type Scene } from './scene';

/** One persona over all stages, with its total. */
export const PersonaRow = ({ persona, scene }: { readonly persona: Persona; readonly scene: Scene }) => {
  const text = useText();
  const { model, coverage, focusProps, onOpen } = scene;
  const { key, name } = persona;
  const handoff = model.handoff(key);

  const content = (column: Column) => {
    switch (column.kind) {
      case 'stage':
        return <StageCell scene={scene} persona={persona} stage={column.stage} />;
      case 'journey':
        return <PersonaJourney scene={scene} persona={persona} column={column} />;
      case 'purchase':
        return handoff && <Purchase handoff={handoff} />;
      case 'stage-not-set':
        return (
          <CountButton
            name={text('cell.name', { persona: name, stage: text('stage.notSet') })}
            count={model.stageNotSet(key)}
            open={isOpen(scene, key, NOT_SET)}
            onOpen={() => onOpen({ persona: key, stage: NOT_SET })}
            focus={focusProps(cellId(key, NOT_SET))}
          />
        );
      case 'total':
        return (
          <CountTotal
            name={name}
            count={coverage.totals.personas[key]}
            among={coverage.totals.personas}
            to={totalLink(scene, { persona: key })}
            focus={focusProps(cellId(key, TOTAL))}
          />
        );
    }
  };

  return (
    <tr>
      <PersonaHead persona={persona} />
      {model.columns.map((column) => (
        <td key={column.key}>{content(column)}</td>
      ))}
    </tr>
  );
};
