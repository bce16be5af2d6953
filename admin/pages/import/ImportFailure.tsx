import { failureOf } from '../../api/failure';
import { isBrokenOff, SheetChanged } from '../../api/imports';
import { InlineButton } from '../../components/InlineButton';
import { Notice } from '../../components/Notice';
import { useText } from '../../components/text';
import { useImportReason } from './use-import-reason';

/** Why a sheet could not be looked through; what may go better next time can be tried again. */
export const CheckFailure = ({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) => {
  const text = useText();
  const reasonOf = useImportReason();
  return (
    <Notice kind="danger" title={text('import.check.failed')}>
      {reasonOf(error)} {isServers(error) && <InlineButton onClick={onRetry}>{text('failure.retry')}</InlineButton>}
    </Notice>
  );
};

/** Why *Apply* has not come back with what it did: only a refusal tells for sure that nothing was imported. */
export const ApplyFailure = ({ error }: { readonly error: unknown }) => {
  const text = useText();
  const reasonOf = useImportReason();
  if (isBrokenOff(error)) {
    return (
      <Notice kind="warning" title={text('import.stopped')}>
        {text('import.stopped.placing')}
      </Notice>
    );
  }
  const isUnknown = isServers(error);
  return (
    <Notice kind="danger" title={text(isUnknown ? 'import.unknown' : 'import.failed')}>
      {reasonOf(error)} {isUnknown && text('import.unknown.see')}
    </Notice>
  );
};

/** The server was not reached, its answer was lost, or it failed on its own. */
const isServers = (error: unknown): boolean =>
  !(error instanceof SheetChanged) && (failureOf(error).status ?? 500) >= 500;
