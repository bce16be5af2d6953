import type { ImportCounts } from '../../../server/core/import-api';
import { MAX_AT_ONCE } from '../../../server/core/placing-api';
import { useImportProgress } from '../../api/imports';
import { useText } from '../../components/text';
import { changing } from './effect-text';
import { Waiting } from './Waiting';

interface Props {
  readonly counts: ImportCounts;
  readonly onCancel: () => void;
}

/** The import is under way; one that takes several transactions tells how far it is. */
export const Applying = ({ counts, onCancel }: Props) => {
  const text = useText();
  const all = changing(counts);
  const done = useImportProgress(all > MAX_AT_ONCE);
  const words =
    done === null ? text('import.applying', { count: all }) : text('import.applying.part', { done, count: all });
  return <Waiting words={words} part={done === null ? null : done / all} onCancel={onCancel} />;
};
