import { styled } from 'styled-components';
import type { Journey } from '../../../../server/core/vocabulary';
import { useText, type TextKey } from '../../../components/text';
import type { Column } from './columns';
import type { HeatmapModel } from './heatmap-model';
import { JourneyHead } from './JourneyHead';

interface Props {
  readonly model: HeatmapModel;
  /** What the totals add up. */
  readonly total?: TextKey;
  readonly onToggle: (journey: Journey) => void;
}

/** The two journeys over their stages, the purchase between them. */
export const HeatmapHead = ({ model, total = 'total.title', onToggle }: Props) => {
  const text = useText();
  const headOf = (journey: Journey) =>
    model.journeys
      .filter((columns) => columns.journey === journey)
      .map((columns) => <JourneyHead key={journey} columns={columns} onToggle={() => onToggle(journey)} />);
  const extras = model.columns.flatMap(({ kind, key }) => (isExtra(kind) ? [{ kind, key }] : []));
  const extraText: Readonly<Record<Extra, TextKey>> = {
    purchase: 'purchase.title',
    'stage-not-set': 'stage.notSet',
    total,
  };
  const extraHeads = (wanted: (kind: Column['kind']) => boolean) =>
    extras
      .filter(({ kind }) => wanted(kind))
      .map(({ kind, key }) => (
        <StageHead key={key} scope="col" rowSpan={2} $quiet>
          {text(extraText[kind])}
        </StageHead>
      ));
  return (
    <thead>
      <tr>
        <Corner rowSpan={2} />
        {headOf('buyer')}
        {extraHeads((kind) => kind === 'purchase')}
        {headOf('customer')}
        {extraHeads((kind) => kind !== 'purchase')}
      </tr>
      <tr>
        {model.columns.map(
          (column) =>
            column.kind === 'stage' && (
              <StageHead key={column.key} scope="col" title={column.stage.playbook.question}>
                {column.stage.name}
              </StageHead>
            )
        )}
      </tr>
    </thead>
  );
};

/** Columns that stand beside the journeys. */
type Extra = Exclude<Column['kind'], 'stage' | 'journey'>;

const isExtra = (kind: Column['kind']): kind is Extra => kind !== 'stage' && kind !== 'journey';

const Corner = styled.td`
  position: sticky;
  left: 0;
  z-index: 1;
  background: ${({ theme }) => theme.colors.neutral0};
`;

const StageHead = styled.th<{ $quiet?: boolean }>`
  padding: 0.4rem 0;
  vertical-align: bottom;
  text-align: center;
  && {
    color: ${({ $quiet, theme }) => ($quiet ? theme.colors.neutral600 : theme.colors.neutral800)};
  }
`;
