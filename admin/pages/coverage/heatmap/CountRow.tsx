import { NOT_SET } from '../../../../server/core/vocabulary';
import { useText } from '../../../components/text';
import { JOURNEY_TEXT } from '../../../components/vocabulary-text';
import type { Column } from './columns';
import { CountCell } from './CountCell';
import type { Facts } from './heatmap-model';
import { JourneyCell } from './JourneyCell';
import { RowHead } from './row-heads';
import { RowCells } from './RowCells';
import type { Scene } from './scene';
import { SideTotal } from './SideTotal';

interface Props {
  readonly scene: Scene;
  /** `everyone` or `not-set` */
  readonly persona: string;
  readonly title: string;
  readonly note: string;
  readonly facts: (stage: string) => Facts;
}

/** A row that is counted and never judged. */
export const CountRow = ({ scene, persona, title, note, facts }: Props) => {
  const text = useText();
  const { model } = scene;
  const cell = (stage: string, stageName: string, own: Facts) => (
    <CountCell
      scene={scene}
      cell={{ persona, stage }}
      name={text('cell.name', { persona: title, stage: stageName })}
      facts={own}
    />
  );
  const content = (column: Column) => {
    switch (column.kind) {
      case 'stage':
        return cell(column.key, column.stage.name, facts(column.key));
      case 'journey':
        return (
          <JourneyCell
            scene={scene}
            persona={persona}
            column={column}
            name={text('cell.name', { persona: title, stage: text(JOURNEY_TEXT[column.journey]) })}
          />
        );
      case 'purchase':
        return null;
      case 'stage-not-set':
        return persona !== NOT_SET && cell(NOT_SET, text('stage.notSet'), model.stageNotSet(persona));
      case 'total':
        return <SideTotal scene={scene} name={title} side={{ persona }} />;
    }
  };

  return (
    <tr>
      <RowHead title={title} note={note} />
      <RowCells columns={model.columns}>{content}</RowCells>
    </tr>
  );
};
