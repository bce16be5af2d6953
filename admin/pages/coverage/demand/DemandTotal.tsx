import type { Consumption } from '../../../../server/core/api';
import { useText } from '../../../components/text';
import { cellId } from '../heatmap/heatmap-model';
import { TOTAL } from '../heatmap/columns';
import { Total } from '../heatmap/Total';
import { demandIn, demandLink, mostOf, notationOf, type DemandScene } from './demand-model';

interface Props {
  readonly scene: DemandScene;
  /** Of the row or column. */
  readonly name: string;
  readonly side: { readonly persona: string } | { readonly stage: string };
  readonly total: Consumption | undefined;
  /** All totals of that axis. */
  readonly among: Readonly<Record<string, Consumption>>;
}

/** What a row or column was viewed in all, or how many of its entries never were. */
export const DemandTotal = ({ scene, name, side, total = NOTHING, among }: Props) => {
  const text = useText();
  const { show, focusProps } = scene;
  const number = demandIn(total, show);
  const id = 'persona' in side ? cellId(side.persona, TOTAL) : cellId(TOTAL, side.stage);
  return (
    <Total
      name={text(NAME[show], { name, measured: total.measured })}
      number={number}
      largest={mostOf(Object.values(among), show)}
      notation={notationOf(number)}
      title={show === 'never-consumed' ? text('demand.never', { measured: total.measured }) : undefined}
      to={demandLink(scene, side, number)}
      focus={focusProps(id)}
    />
  );
};

const NOTHING: Consumption = { views: null, measured: 0, neverConsumed: 0 };

const NAME = { views: 'demand.views.of', 'never-consumed': 'demand.never.of' } as const;
