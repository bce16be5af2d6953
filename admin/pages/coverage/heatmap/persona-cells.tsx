import type { Persona, Stage } from '../../../../server/core/vocabulary';
import { useText } from '../../../components/text';
import { JOURNEY_TEXT } from '../../../components/vocabulary-text';
import { DemandButton } from '../demand/DemandButton';
import { strengthOf } from '../demand/demand-model';
import { CellButton } from './CellButton';
import type { JourneyColumn } from './columns';
import { JourneyCell } from './JourneyCell';
import { JourneyVerdict } from './JourneyVerdict';
import { opener, type Scene } from './scene';

interface Props {
  readonly scene: Scene;
  readonly persona: Persona;
}

/** A persona at one stage: what there is, or what was viewed of it. */
export const StageCell = ({ scene, persona, stage }: Props & { readonly stage: Stage }) => {
  const text = useText();
  const { model, coverage, show } = scene;
  const cell = model.cell(persona.key, stage.key);
  if (!cell) return null;
  const props = {
    name: text('cell.name', { persona: persona.name, stage: stage.name }),
    opener: opener(scene, { kind: 'cell', persona: persona.key, stage: stage.key }),
  };
  return show === 'coverage' ? (
    <CellButton {...props} cell={cell} sparse={coverage.sparse} />
  ) : (
    <DemandButton
      {...props}
      facts={cell}
      demand={cell.demand}
      strength={strengthOf(cell, show, coverage.cells)}
      show={show}
    />
  );
};

/** A persona in a collapsed journey. */
export const PersonaJourney = ({ scene, persona, column }: Props & { readonly column: JourneyColumn }) => {
  const text = useText();
  const { model, coverage, show } = scene;
  const cells = column.stages.flatMap((stage) => model.cell(persona.key, stage.key) ?? []);
  return (
    <JourneyCell
      scene={scene}
      persona={persona.key}
      column={column}
      name={text('cell.name', { persona: persona.name, stage: text(JOURNEY_TEXT[column.journey]) })}
    >
      {show === 'coverage' && !coverage.sparse && <JourneyVerdict cells={cells} />}
    </JourneyCell>
  );
};
