import { NOT_SET } from '../../../../server/core/vocabulary';
import { useText } from '../../../components/text';
import { JOURNEY_TEXT } from '../../../components/vocabulary-text';
import { TOTAL, type Column } from './columns';
import { CountTotal } from './CountTotal';
import { cellId } from './heatmap-model';
import { TotalsHead } from './row-heads';
import { totalLink, type Scene } from './scene';

/** The last row: distinct entries per stage, each once, so less than the sum of its cells. */
export const TotalsRow = ({ scene }: { readonly scene: Scene }) => {
  const text = useText();
  const { model, coverage, focusProps } = scene;
  const { stages, journeys } = coverage.totals;
  const stageTotal = (stage: string, name: string) => (
    <CountTotal
      name={name}
      count={stages[stage]}
      among={stages}
      to={totalLink(scene, { stage })}
      focus={focusProps(cellId(TOTAL, stage))}
    />
  );
  const content = (column: Column) => {
    switch (column.kind) {
      case 'stage':
        return stageTotal(column.key, column.stage.name);
      case 'journey':
        return (
          <CountTotal
            name={text(JOURNEY_TEXT[column.journey])}
            count={journeys[column.journey]}
            among={journeys}
            to={totalLink(scene, { journey: column.journey })}
            focus={focusProps(cellId(TOTAL, column.key))}
          />
        );
      case 'stage-not-set':
        return stageTotal(NOT_SET, text('stage.notSet'));
      case 'purchase':
      case 'total':
        return null;
    }
  };
  return (
    <tr>
      <TotalsHead title={text('total.title')} />
      {model.columns.map((column) => (
        <td key={column.key}>{content(column)}</td>
      ))}
    </tr>
  );
};
