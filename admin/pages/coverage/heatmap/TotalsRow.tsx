import { NOT_SET } from '../../../../server/core/vocabulary';
import { useText } from '../../../components/text';
import { JOURNEY_TEXT } from '../../../components/vocabulary-text';
import type { Column } from './columns';
import { TotalsHead } from './row-heads';
import { RowCells } from './RowCells';
import type { Scene } from './scene';
import { TOTAL_TEXT } from './show-text';
import { SideTotal } from './SideTotal';

/** Distinct entries per stage, each once, so less than the sum of its cells; or what all of them were viewed. */
export const TotalsRow = ({ scene }: { readonly scene: Scene }) => {
  const text = useText();
  const content = (column: Column) => {
    switch (column.kind) {
      case 'stage':
        return <SideTotal scene={scene} name={column.stage.name} side={{ stage: column.key }} />;
      case 'journey':
        return (
          <SideTotal
            scene={scene}
            name={text(JOURNEY_TEXT[column.journey])}
            side={{ journey: column.journey, column: column.key }}
          />
        );
      case 'stage-not-set':
        return <SideTotal scene={scene} name={text('stage.notSet')} side={{ stage: NOT_SET }} />;
      case 'purchase':
      case 'total':
        return null;
    }
  };
  return (
    <tr data-totals>
      <TotalsHead title={text(TOTAL_TEXT[scene.show])} />
      <RowCells columns={scene.model.columns}>{content}</RowCells>
    </tr>
  );
};
