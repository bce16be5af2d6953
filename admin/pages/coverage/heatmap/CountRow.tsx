import { Typography } from '@strapi/design-system';
import type { Count } from '../../../../server/core/api';
import { NOT_SET, type Stage } from '../../../../server/core/vocabulary';
import { useText } from '../../../components/text';
import { CountButton } from './CountButton';
import { cellId, TOTAL } from './heatmap-model';
import { largestTotal, Note } from './row-parts';
import { isOpen, totalLink, type Scene } from './scene';
import { Total } from './Total';

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
  const cellAt = ({ key, name }: Stage) => <td key={key}>{button(key, name, count(key))}</td>;
  return (
    <tr>
      <th scope="row">
        <Typography variant="pi" fontWeight="bold" textColor="neutral800" tag="span">
          {title}
        </Typography>
        <Note>{note}</Note>
      </th>
      {model.buyer.map(cellAt)}
      {model.showsPurchase && <td />}
      {model.customer.map(cellAt)}
      {model.showsStageNotSet && (
        <td>{persona !== NOT_SET && button(NOT_SET, text('stage.notSet'), model.stageNotSet(persona))}</td>
      )}
      <td>
        <Total
          name={text('total.of', { name: title })}
          count={coverage.totals.personas[persona] ?? { current: 0, old: 0 }}
          largest={largestTotal(coverage.totals.personas)}
          to={totalLink(scene, { persona })}
          focus={focusProps(cellId(persona, TOTAL))}
        />
      </td>
    </tr>
  );
};
