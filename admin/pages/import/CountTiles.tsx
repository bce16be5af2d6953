import { FormattedNumber } from 'react-intl';
import type { ImportCounts } from '../../../server/core/import-api';
import { useText, type TextKey } from '../../components/text';
import { Tiles } from '../../components/Tiles';

interface Tile {
  readonly words: TextKey;
  readonly count: number;
  readonly isDanger?: boolean;
}

/** What becomes of entries, each counted once, and how many rows are left out. */
export const CountTiles = ({ counts }: { readonly counts: ImportCounts }) => {
  const text = useText();
  const { created, changed, unchanged, cleared, removed, decided, undecided, rejected } = counts;
  const rare: readonly Tile[] = [
    { words: 'import.count.decided', count: decided - undecided },
    { words: 'import.count.undecided', count: undecided, isDanger: true },
    { words: 'import.count.cleared', count: cleared, isDanger: true },
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
    <Tiles style={{ paddingTop: '1.6rem' }}>
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
