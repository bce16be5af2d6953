import { EVERYONE, NOT_SET } from '../../../../server/core/vocabulary';
import type { Consumption, CoverageBody } from '../../../../server/core/api';
import { useText } from '../../../components/text';
import { demandIn, type Consumed } from '../demand/demand-model';
import { usePeriod } from '../demand/use-period';
import type { CellRef } from '../selection';

interface Props {
  readonly coverage: CoverageBody;
  readonly cell: CellRef;
  readonly show: Consumed;
}

/** The cell's number in the matrix as a sentence, with its days. */
export const CellDemand = ({ coverage, cell, show }: Props) => {
  const text = useText();
  const period = usePeriod(coverage);
  const known = consumptionOf(coverage, cell);
  const number = known === undefined ? null : demandIn(known, show);
  if (known === undefined || number === null) return <p>{text('drawer.notMeasured')}</p>;
  if (show === 'never-consumed') {
    return <p>{text('drawer.never', { count: number, measured: known.measured })}</p>;
  }
  return (
    <p>
      {period === null
        ? text('drawer.views', { views: number })
        : text('drawer.views.period', { views: number, period })}
    </p>
  );
};

const consumptionOf = (
  { cells, everyone, notSet }: CoverageBody,
  { persona, stage }: CellRef
): Consumption | undefined => {
  if (stage === NOT_SET) return notSet.stage.find((one) => one.persona === persona);
  if (persona === EVERYONE) return everyone.find((one) => one.stage === stage);
  if (persona === NOT_SET) return notSet.persona.find((one) => one.stage === stage);
  return cells.find((one) => one.persona === persona && one.stage === stage);
};
