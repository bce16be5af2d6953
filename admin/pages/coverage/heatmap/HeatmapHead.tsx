import { styled } from 'styled-components';
import type { Journey } from '../../../../server/core/vocabulary';
import { useText, type TextKey } from '../../../components/text';
import type { Column } from './columns';
import { HeadButton } from './head-button';
import { JourneyHead } from './JourneyHead';
import { opener, type Scene } from './scene';
import { TOTAL_TEXT } from './show-text';

interface Props {
  readonly scene: Scene;
  readonly onToggle: (journey: Journey) => void;
}

/** The two journeys over their stages, the purchase between them. */
export const HeatmapHead = ({ scene, onToggle }: Props) => {
  const text = useText();
  const { model, show } = scene;
  const headOf = (journey: Journey) =>
    model.journeys
      .filter((columns) => columns.journey === journey)
      .map((columns) => <JourneyHead key={journey} columns={columns} onToggle={() => onToggle(journey)} />);
  const extras = model.columns.flatMap(({ kind, key }) => (isExtra(kind) ? [{ kind, key }] : []));
  const extraText: Readonly<Record<Extra, TextKey>> = {
    purchase: 'purchase.title',
    'stage-not-set': 'stage.notSet',
    total: TOTAL_TEXT[show],
  };
  const extraHeads = (wanted: (kind: Column['kind']) => boolean) =>
    extras
      .filter(({ kind }) => wanted(kind))
      .map(({ kind, key }) => (
        <StageHead key={key} scope="col" rowSpan={2} $quiet {...(kind === 'total' && { 'data-total': true })}>
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
                <HeadButton {...opener(scene, { kind: 'stage', stage: column.key })}>{column.stage.name}</HeadButton>
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
  font-size: 1.1rem;
  line-height: 1.4rem;
  letter-spacing: -0.025em;

  /* "Consideration" is as wide as its column. */
  button {
    padding: 0;
    margin: 0;
  }

  text-align: center;
  && {
    color: ${({ $quiet, theme }) => ($quiet ? theme.colors.neutral600 : theme.colors.neutral800)};
  }
`;
