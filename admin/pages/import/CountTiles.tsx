import { FormattedNumber } from 'react-intl';
import { styled } from 'styled-components';
import type { ImportCounts } from '../../../server/core/import-api';
import { useText, type TextKey } from '../../components/text';
import { ink } from '../../components/tint';

interface Tile {
  readonly words: TextKey;
  readonly count: number;
  readonly isDanger?: boolean;
}

/** What becomes of entries, each counted once, and how many rows are left out. */
export const CountTiles = ({ counts }: { readonly counts: ImportCounts }) => {
  const text = useText();
  const { created, changed, unchanged, cleared, removed, decided, rejected } = counts;
  const rare: readonly Tile[] = [
    { words: 'import.count.decided', count: decided },
    { words: 'import.count.cleared', count: cleared },
    { words: 'import.count.removed', count: removed, isDanger: true },
    { words: 'import.count.rejected', count: rejected, isDanger: true },
  ];
  const tiles: readonly Tile[] = [
    { words: 'import.count.created', count: created },
    { words: 'import.count.changed', count: changed - cleared },
    { words: 'import.count.unchanged', count: unchanged },
    ...rare.filter(({ count }) => count > 0),
  ];
  return (
    <Tiles>
      {tiles.map(({ words, count, isDanger = false }) => (
        <li key={words} data-danger={isDanger}>
          <strong>
            <FormattedNumber value={count} />
          </strong>
          {text(words, { count })}
        </li>
      ))}
    </Tiles>
  );
};

const Tiles = styled.ul`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr));
  gap: 1.6rem;
  padding-top: 1.6rem;
  font-size: 1.4rem;
  line-height: 2rem;
  color: ${({ theme }) => theme.colors.neutral800};

  li {
    padding: 0.8rem 1.6rem;
    border-left: 2px solid ${({ theme }) => theme.colors.neutral200};
  }

  strong {
    display: block;
    font-size: 2.8rem;
    font-weight: 400;
    line-height: 3.6rem;
    font-variant-numeric: tabular-nums;
  }

  li[data-danger='true'] {
    border-left-color: ${({ theme }) => theme.colors.danger600};
    color: ${ink('danger600')};
  }
`;
