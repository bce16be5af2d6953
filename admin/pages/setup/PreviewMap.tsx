import { Box, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import type { RulesPreviewCell } from '../../../server/core/rules-api';
import { EVERYONE, type Stage } from '../../../server/core/vocabulary';
import { PairGrid } from '../../components/PairGrid';
import { useText } from '../../components/text';
import { tint } from '../../components/tint';

interface Props {
  readonly cells: readonly RulesPreviewCell[];
  readonly personas: readonly { readonly key: string; readonly name: string }[];
  readonly stages: readonly Stage[];
}

/** A small heatmap of what *Apply* would place: who would have something, and who only what is for everyone. */
export const PreviewMap = ({ cells, personas, stages }: Props) => {
  const text = useText();
  const { formatNumber } = useIntl();
  const counts = new Map(cells.map(({ persona, stage, count }) => [`${persona} ${stage}`, count]));
  const most = Math.max(1, ...counts.values());
  const rows = [...personas, { key: EVERYONE, name: text('persona.everyone') }];
  return (
    <Box paddingTop={6}>
      <Typography tag="h3" variant="delta">
        {text('setup.preview.map')}
      </Typography>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {text('setup.preview.mapCounts')}
      </Typography>
      {/* Wider than a small screen: who has no pointer scrolls it by the keyboard. */}
      <Scroll tabIndex={0} role="region" aria-label={text('setup.preview.map')}>
        <PairGrid
          label={text('setup.preview.map')}
          personas={rows}
          stages={stages}
          cell={({ key }, stage) => {
            const count = counts.get(`${key} ${stage.key}`) ?? 0;
            return (
              <Cell key={stage.key} $share={count / most}>
                {count === 0 ? '–' : formatNumber(count)}
              </Cell>
            );
          }}
        />
      </Scroll>
    </Box>
  );
};

const Scroll = styled.div`
  overflow: auto hidden;
  padding-top: 1.2rem;

  table {
    border-collapse: separate;
    border-spacing: 0.2rem;
    font-size: 1.2rem;
    line-height: 1.6rem;
    color: ${({ theme }) => theme.colors.neutral800};
  }

  th {
    padding: 0.4rem 0.8rem;
    font-weight: 600;
    text-align: start;
    color: ${({ theme }) => theme.colors.neutral600};
  }

  tbody th {
    white-space: nowrap;
    color: ${({ theme }) => theme.colors.neutral800};
  }
`;

const Cell = styled.td<{ readonly $share: number }>`
  min-width: 6.4rem;
  padding: 0.6rem 0.8rem;
  border-radius: ${({ theme }) => theme.borderRadius};
  text-align: center;
  font-variant-numeric: tabular-nums;
  background: ${({ $share, theme }) =>
    $share === 0 ? theme.colors.neutral100 : tint('primary600', Math.round(10 + 25 * $share))({ theme })};
`;
