import type { Consumption, Count } from '../../../../server/core/api';
import type { Journey } from '../../../../server/core/vocabulary';
import { DemandTotal } from '../demand/DemandTotal';
import { cellId } from './heatmap-model';
import { TOTAL } from './columns';
import { CountTotal } from './CountTotal';
import { totalLink, type Scene } from './scene';

type Side =
  { readonly persona: string } | { readonly stage: string } | { readonly journey: Journey; readonly column: string };

interface Props {
  readonly scene: Scene;
  /** Of the row or column. */
  readonly name: string;
  readonly side: Side;
}

/** What a row or column holds in all, as a number that leads to its rows. */
export const SideTotal = ({ scene, name, side }: Props) => {
  const { coverage, show, focusProps } = scene;
  const of = <Value,>(axes: Axes<Value>): readonly [Value | undefined, Readonly<Record<string, Value>>] => {
    if ('persona' in side) return [axes.personas[side.persona], axes.personas];
    if ('stage' in side) return [axes.stages[side.stage], axes.stages];
    return [axes.journeys[side.journey], axes.journeys];
  };
  const { column = '', ...query } = { column: undefined, ...side };
  const id = 'persona' in side ? cellId(side.persona, TOTAL) : cellId(TOTAL, 'stage' in side ? side.stage : column);
  const focus = focusProps(id);
  if (show !== 'coverage') {
    const [total, among] = of<Consumption>(coverage.consumption);
    return <DemandTotal scene={scene} show={show} name={name} side={query} total={total} among={among} focus={focus} />;
  }
  const [count, among] = of<Count>(coverage.totals);
  return <CountTotal name={name} count={count} among={among} to={totalLink(scene, query)} focus={focus} />;
};

interface Axes<Value> {
  readonly personas: Readonly<Record<string, Value>>;
  readonly stages: Readonly<Record<string, Value>>;
  readonly journeys: Readonly<Record<Journey, Value>>;
}
