import { DemandButton } from '../demand/DemandButton';
import type { CellRef } from '../selection';
import { CountButton } from './CountButton';
import type { Facts } from './heatmap-model';
import { opener, type Scene } from './scene';

interface Props {
  readonly scene: Scene;
  readonly cell: CellRef;
  /** "Everyone · Onboarding" */
  readonly name: string;
  readonly facts: Facts;
}

/** What is for everyone or has one side open: a number that is never judged, whatever is shown. */
export const CountCell = ({ scene, cell, name, facts }: Props) => {
  const props = { name, opener: opener(scene, { kind: 'cell', ...cell }) };
  return scene.show === 'coverage' ? (
    <CountButton {...props} count={facts} />
  ) : (
    <DemandButton {...props} facts={facts} demand={null} strength={null} show={scene.show} />
  );
};
