import { failureOf } from '../../api/failure';
import { isBrokenOff, SheetChanged } from '../../api/imports';
import { InlineButton } from '../../components/InlineButton';
import { Notice } from '../../components/Notice';
import { useText } from '../../components/text';
import { useImportReason } from './use-import-reason';

interface Props {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** Why nothing was read or imported; what may go better next time can be tried again. */
export const ImportFailure = ({ error, onRetry }: Props) => {
  const text = useText();
  const reasonOf = useImportReason();
  if (isBrokenOff(error)) {
    return (
      <Notice kind="warning" title={text('import.cancelled')}>
        {text('import.cancelled.applying')}
      </Notice>
    );
  }
  return (
    <Notice kind="danger" title={text('import.failed')}>
      {reasonOf(error)}{' '}
      {onRetry && mayGoBetter(error) && <InlineButton onClick={onRetry}>{text('failure.retry')}</InlineButton>}
    </Notice>
  );
};

const mayGoBetter = (error: unknown): boolean =>
  !(error instanceof SheetChanged) && (failureOf(error).status ?? 500) >= 500;
