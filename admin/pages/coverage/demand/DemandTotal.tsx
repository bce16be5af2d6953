import type { Consumption, InventoryQuery } from '../../../../server/core/api';
import { useText } from '../../../components/text';
import type { Scene } from '../heatmap/scene';
import { Total } from '../heatmap/Total';
import type { FocusProps } from '../heatmap/use-roving-focus';
import { demandIn, demandLink, isAtLeast, mostOf, notationOf, type Consumed } from './demand-model';

interface Props {
  readonly scene: Scene;
  readonly show: Consumed;
  /** Of the row or column. */
  readonly name: string;
  readonly side: Pick<InventoryQuery, 'persona' | 'stage' | 'journey'>;
  readonly total: Consumption | undefined;
  /** All totals of that axis. */
  readonly among: Readonly<Record<string, Consumption>>;
  readonly focus: ReturnType<FocusProps>;
}

/** What a row or column was viewed in all, or how many of its entries never were. */
export const DemandTotal = ({ scene, show, name, side, total = NOTHING, among, focus }: Props) => {
  const text = useText();
  const number = demandIn(total, show);
  return (
    <Total
      name={text(NAME[show], { name, measured: total.measured })}
      number={number}
      isPartial={isAtLeast(total, show)}
      largest={mostOf(Object.values(among), show)}
      notation={notationOf(number)}
      title={show === 'never-consumed' ? text('demand.never', { measured: total.measured }) : undefined}
      to={demandLink(scene.filters, show, side, number)}
      focus={focus}
    />
  );
};

const NOTHING: Consumption = { views: null, measured: 0, neverConsumed: 0 };

const NAME = { views: 'demand.views.of', 'never-consumed': 'demand.never.of' } as const;
