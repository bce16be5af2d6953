import { useState } from 'react';
import { Flex } from '@strapi/design-system';
import type { ImportBody, ImportMode } from '../../../server/core/import-api';
import { withoutField } from '../../api/failure';
import { isBrokenOff, useApplyImport, useDryRun, type Sheet } from '../../api/imports';
import { Notice } from '../../components/Notice';
import { useText } from '../../components/text';
import { Applying } from './Applying';
import { ApplyBar } from './ApplyBar';
import { ColumnsCard } from './ColumnsCard';
import { ApplyFailure, CheckFailure } from './ImportFailure';
import { ImportResult } from './ImportResult';
import { Problems } from './Problems';
import { SheetHead } from './SheetHead';
import { UnknownValues } from './UnknownValues';
import { Waiting } from './Waiting';
import type { Said } from './import-options';

interface Props {
  readonly sheet: Sheet;
  readonly onLeave: (isCancelled: boolean) => void;
  readonly onDone: (done: ImportBody) => void;
}

/** What a sheet would do: how it was understood, what changes, what is rejected, and *Apply*. */
export const SheetCheck = ({ sheet, onLeave, onDone }: Props) => {
  const text = useText();
  const [said, setSaid] = useState<Said | null>(null);
  const [mode, setMode] = useState<ImportMode>('merge');
  const [validOnly, setValidOnly] = useState(false);
  const request = { mode, ...(said && { options: said }) };
  const { latest, error, isFetching, sent, retry } = useDryRun(sheet, request);
  const apply = useApplyImport(sheet);
  const { name } = sheet.file;
  const body = latest?.kind === 'read' ? latest.body : undefined;

  if (apply.isPending && body) return <Applying counts={body.counts} onCancel={apply.cancel} />;
  if (latest === null && isFetching) {
    const isSent = sent === 1;
    return (
      <Waiting
        words={text(isSent ? 'import.reading' : 'import.sending', { name })}
        part={isSent || sent === 0 ? null : sent}
        onCancel={() => onLeave(true)}
      />
    );
  }
  const start = () =>
    apply.mutate(
      { ...request, validOnly },
      {
        onSuccess: onDone,
        // The library may have changed since: what stands here is to be what the server said.
        onError: (failure) => {
          if (!isBrokenOff(failure)) retry();
        },
      }
    );
  /** What went wrong before was about what was chosen before. */
  const afresh = <Value,>(set: (value: Value) => void) => {
    return (value: Value) => {
      apply.reset();
      set(value);
    };
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <SheetHead name={name} body={body} onLeave={() => onLeave(false)} />
      {apply.error && <ApplyFailure error={apply.error} />}
      {error && <CheckFailure error={error} onRetry={retry} />}
      {latest?.kind === 'columns-refused' && (
        <Notice kind="warning" title={text('import.columns.refused')}>
          {withoutField(latest.reason)}
        </Notice>
      )}
      {latest && (
        <ColumnsCard
          columns={latest.kind === 'read' ? latest.body.columns : latest.columns}
          isRefused={latest.kind === 'columns-refused'}
          isRemembered={body?.remembered ?? false}
          said={said ?? {}}
          onChange={afresh(setSaid)}
        />
      )}
      {body && (
        <>
          <UnknownValues body={body} said={said ?? {}} onChange={afresh(setSaid)} />
          <ImportResult body={body} isRenewing={isFetching} mode={mode} onMode={afresh(setMode)} />
          <ApplyBar
            counts={body.counts}
            state={isFetching ? 'counting' : error ? 'failed' : 'counted'}
            validOnly={validOnly}
            onValidOnly={afresh(setValidOnly)}
            onApply={start}
          />
          <Problems body={body} sheet={sheet} request={request} />
        </>
      )}
    </Flex>
  );
};
