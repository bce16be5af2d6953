import { MEASURED } from '../../../../server/core/evidence/state';
import { EVERYONE, NOT_SET } from '../../../../server/core/vocabulary';
import type { Consumption, CoverageBody } from '../../../../server/core/api';
import { inventoryLink } from '../../../components/entry-links';
import { Message, useText } from '../../../components/text';
import { TextLink } from '../../../components/TextLink';
import type { CoverageFilters } from '../coverage-url';
import { demandIn, demandLink, isAtLeast, type Consumed } from '../demand/demand-model';
import { usePeriod } from '../demand/use-period';
import type { CellRef } from '../selection';

interface Props {
  readonly coverage: CoverageBody;
  readonly cell: CellRef;
  readonly show: Consumed;
  readonly filters: CoverageFilters;
}

/** The cell's number in the matrix as a sentence, with its days. */
export const CellDemand = ({ coverage, cell, show, filters }: Props) => {
  const text = useText();
  const period = usePeriod(coverage);
  const known = consumptionOf(coverage, cell);
  const number = known === undefined ? null : demandIn(known, show);
  if (known === undefined || number === null) {
    return <p>{text(known !== undefined && isAtLeast(known, show) ? 'demand.notKnown' : 'drawer.notMeasured')}</p>;
  }
  const { persona, stage } = cell;
  const link = (chunks: React.ReactNode[]) => (
    <TextLink to={demandLink(filters, show, { persona, stage }, number)}>{chunks}</TextLink>
  );
  const measuredLink = (chunks: React.ReactNode[]) => (
    <TextLink to={inventoryLink({ ...filters, persona, stage, evidence: MEASURED })}>{chunks}</TextLink>
  );
  return (
    <p>
      {show === 'never-consumed' ? (
        <Message id="drawer.never" values={{ count: number, measured: known.measured, link, measuredLink }} />
      ) : (
        <Message id={viewsId(period !== null, isAtLeast(known, show))} values={{ views: number, period, link }} />
      )}
    </p>
  );
};

const viewsId = (hasPeriod: boolean, isPartial: boolean) => {
  if (!hasPeriod) return 'drawer.views';
  return isPartial ? 'drawer.views.atLeast' : 'drawer.views.period';
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
