import type { ReactNode } from 'react';
import { EVERYONE } from '../../../../server/core/vocabulary';
import { useText } from '../../../components/text';
import type { Column } from '../heatmap/columns';
import { DemandCell, type DemandFacts } from './DemandCell';
import type { DemandScene } from './demand-model';
import { DemandTotal } from './DemandTotal';

interface Props {
  readonly scene: DemandScene;
  /** A persona's key or `everyone` */
  readonly persona: string;
  readonly name: string;
  /** The row's heading, a `<th>`. */
  readonly head: ReactNode;
}

/** One persona, or everyone, over all stages, with its total. */
export const DemandRow = ({ scene, persona, name, head }: Props) => {
  const text = useText();
  const { coverage, model } = scene;
  const { personas, everyone } = coverage.consumption;
  const factsAt = (stage: string): DemandFacts | undefined => {
    if (persona !== EVERYONE) return model.cell(persona, stage);
    const consumption = everyone[stage];
    return consumption && { ...model.everyone(stage), ...consumption, demand: null };
  };
  const content = (column: Column) => {
    if (column.kind === 'total') {
      return <DemandTotal scene={scene} name={name} side={{ persona }} total={personas[persona]} among={personas} />;
    }
    const facts = factsAt(column.key);
    return (
      column.kind === 'stage' &&
      facts && (
        <DemandCell
          scene={scene}
          facts={facts}
          side={{ persona, stage: column.key }}
          name={text('cell.name', { persona: name, stage: column.stage.name })}
        />
      )
    );
  };
  return (
    <tr>
      {head}
      {model.columns.map((column) => (
        <td key={column.key}>{content(column)}</td>
      ))}
    </tr>
  );
};
