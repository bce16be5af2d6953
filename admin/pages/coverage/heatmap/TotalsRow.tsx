import { Typography } from '@strapi/design-system';
import { NOT_SET } from '../../../../server/core/vocabulary';
import { useText } from '../../../components/text';
import { cellId, TOTAL } from './heatmap-model';
import { largestTotal } from './row-parts';
import { totalLink, type Scene } from './scene';
import { Total } from './Total';

/** The last row: distinct entries per stage, each once, so less than the sum of its cells. */
export const TotalsRow = ({ scene }: { readonly scene: Scene }) => {
  const text = useText();
  const { model, coverage, focusProps } = scene;
  const { stages } = coverage.totals;
  const totalAt = (stage: string, name: string) => (
    <td key={stage}>
      <Total
        name={text('total.of', { name })}
        count={stages[stage] ?? { current: 0, old: 0 }}
        largest={largestTotal(stages)}
        to={totalLink(scene, { stage })}
        focus={focusProps(cellId(TOTAL, stage))}
      />
    </td>
  );
  return (
    <tr>
      <th scope="row">
        <Typography variant="pi" textColor="neutral600" fontWeight="bold" tag="span">
          {text('total.title')}
        </Typography>
      </th>
      {model.buyer.map(({ key, name }) => totalAt(key, name))}
      {model.showsPurchase && <td />}
      {model.customer.map(({ key, name }) => totalAt(key, name))}
      {model.showsStageNotSet && totalAt(NOT_SET, text('stage.notSet'))}
      <td />
    </tr>
  );
};
