import type { Persona, Stage } from '../../../../server/core/vocabulary';
import { useText } from '../../../components/text';
import { JOURNEY_TEXT } from '../../../components/vocabulary-text';
import { CellButton } from './CellButton';
import type { Column } from './columns';
import { cellId } from './heatmap-model';
import { JourneyCell } from './JourneyCell';
import { JourneyVerdict } from './JourneyVerdict';
import { isOpen, totalLink, type Scene } from './scene';

interface Props {
  readonly scene: Scene;
  readonly persona: Persona;
}

/** A persona at one stage. */
export const StageCell = ({ scene, persona, stage }: Props & { readonly stage: Stage }) => {
  const text = useText();
  const { model, coverage, focusProps, onOpen } = scene;
  const cell = model.cell(persona.key, stage.key);
  if (!cell) return null;
  return (
    <CellButton
      cell={cell}
      name={text('cell.name', { persona: persona.name, stage: stage.name })}
      sparse={coverage.sparse}
      open={isOpen(scene, persona.key, stage.key)}
      onOpen={() => onOpen({ persona: persona.key, stage: stage.key })}
      focusProps={focusProps}
    />
  );
};

/** A persona in a collapsed journey. */
export const PersonaJourney = ({
  scene,
  persona: { key, name },
  column: { key: columnKey, journey, stages },
}: Props & { readonly column: Column & { readonly kind: 'journey' } }) => {
  const text = useText();
  const { model, coverage, focusProps } = scene;
  return (
    <JourneyCell
      name={text('cell.name', { persona: name, stage: text(JOURNEY_TEXT[journey]) })}
      count={model.journeyCell(key, journey)}
      to={totalLink(scene, { persona: key, journey })}
      focus={focusProps(cellId(key, columnKey))}
    >
      {!coverage.sparse && <JourneyVerdict cells={stages.flatMap((stage) => model.cell(key, stage.key) ?? [])} />}
    </JourneyCell>
  );
};
