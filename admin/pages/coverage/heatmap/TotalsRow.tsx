import { Typography } from '@strapi/design-system';
import { NOT_SET } from '../../../../server/core/vocabulary';
import { useText } from '../../../components/text';
import { JOURNEY_TEXT } from '../../../components/vocabulary-text';
import { TOTAL, type Column } from './columns';
import { cellId } from './heatmap-model';
import { largestTotal } from './row-parts';
import { totalLink, type Scene } from './scene';
import { Total } from './Total';

/** The last row: distinct entries per stage, each once, so less than the sum of its cells. */
export const TotalsRow = ({ scene }: { readonly scene: Scene }) => {
  const text = useText();
  const { model, coverage, focusProps } = scene;
  const { stages, journeys } = coverage.totals;
  const stageTotal = (stage: string, name: string) => (
    <Total
      name={text('total.of', { name })}
      count={stages[stage] ?? { current: 0, old: 0 }}
      largest={largestTotal(stages)}
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
          <Total
            name={text('total.of', { name: text(JOURNEY_TEXT[column.journey]) })}
            count={journeys[column.journey]}
            largest={largestTotal(journeys)}
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
      <th scope="row">
        <Typography variant="pi" textColor="neutral600" fontWeight="bold" tag="span">
          {text('total.title')}
        </Typography>
      </th>
      {model.columns.map((column) => (
        <td key={column.key}>{content(column)}</td>
      ))}
    </tr>
  );
};
