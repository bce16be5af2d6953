import type { Count } from '../../../../server/core/api';
import { NOT_SET } from '../../../../server/core/vocabulary';
import { useText } from '../../../components/text';
import { JOURNEY_TEXT } from '../../../components/vocabulary-text';
import { TOTAL, type Column } from './columns';
import { CountButton } from './CountButton';
import { CountTotal } from './CountTotal';
import { cellId } from './heatmap-model';
import { JourneyCell } from './JourneyCell';
import { RowHead } from './row-heads';
import { isOpen, totalLink, type Scene } from './scene';

interface Props {
  readonly scene: Scene;
  /** `everyone` or `not-set` */
  readonly persona: string;
  readonly title: string;
  readonly note: string;
  readonly count: (stage: string) => Count;
}

/** A row that is counted and never judged. */
export const CountRow = ({ scene, persona, title, note, count }: Props) => {
  const text = useText();
  const { model, coverage, focusProps, onOpen } = scene;
  const button = (stage: string, stageName: string, value: Count) => (
    <CountButton
      name={text('cell.name', { persona: title, stage: stageName })}
      count={value}
      open={isOpen(scene, persona, stage)}
      onOpen={() => onOpen({ persona, stage })}
      focus={focusProps(cellId(persona, stage))}
    />
  );
  const content = (column: Column) => {
    switch (column.kind) {
      case 'stage':
        return button(column.key, column.stage.name, count(column.key));
      case 'journey':
        return (
          <JourneyCell
            name={text('cell.name', { persona: title, stage: text(JOURNEY_TEXT[column.journey]) })}
            count={model.journeyCell(persona, column.journey)}
            to={totalLink(scene, { persona, journey: column.journey })}
            focus={focusProps(cellId(persona, column.key))}
          />
        );
      case 'purchase':
        return null;
      case 'stage-not-set':
        return persona !== NOT_SET && button(NOT_SET, text('stage.notSet'), model.stageNotSet(persona));
      case 'total':
        return (
          <CountTotal
            name={title}
            count={coverage.totals.personas[persona]}
            among={coverage.totals.personas}
            to={totalLink(scene, { persona })}
            focus={focusProps(cellId(persona, TOTAL))}
          />
        );
    }
  };

  return (
    <tr>
      <RowHead title={title} note={note} />
      {model.columns.map((column) => (
        <td key={column.key}>{content(column)}</td>
      ))}
    </tr>
  );
};
