import { useEffect, useRef, useState } from 'react';
import { Box } from '@strapi/design-system';
import type { AnalyticsBody } from '../../../server/core/analytics-api';
import type { ImportBody } from '../../../server/core/import-api';
import { isAnalytics } from '../../api/analytics';
import type { Sheet } from '../../api/imports';
import { Notice } from '../../components/Notice';
import { useText } from '../../components/text';
import { AnalyticsCheck } from './analytics/AnalyticsCheck';
import { AnalyticsDone } from './analytics/AnalyticsDone';
import { DropZone } from './DropZone';
import { ImportDone } from './ImportDone';
import { SheetCheck } from './SheetCheck';

type Step =
  | { readonly kind: 'choose'; readonly isCancelled: boolean }
  | { readonly kind: 'check'; readonly sheet: Sheet }
  | { readonly kind: 'analytics'; readonly sheet: Sheet }
  | { readonly kind: 'done'; readonly done: ImportBody }
  | { readonly kind: 'counted'; readonly done: AnalyticsBody };

/** One sheet from the drop to what came of it. */
export const ImportSteps = () => {
  const text = useText();
  const [step, setStep] = useState<Step>({ kind: 'choose', isCancelled: false });
  const dropped = useRef(0);
  useMissedDrops();
  const choose = (isCancelled = false) => setStep({ kind: 'choose', isCancelled });
  const check = async (file: File) => {
    dropped.current += 1;
    const sheet = { id: dropped.current, file };
    const kind = (await isAnalytics(file)) ? 'analytics' : 'check';
    if (sheet.id === dropped.current) setStep({ kind, sheet });
  };

  return (
    <Box ref={useFocusOn(step.kind)} tabIndex={-1} style={{ outline: 'none' }}>
      {step.kind === 'choose' && (
        <>
          {step.isCancelled && (
            <Notice kind="information" title={text('import.cancelled')}>
              {text('import.cancelled.nothing')}
            </Notice>
          )}
          <DropZone onFile={(file) => void check(file)} />
        </>
      )}
      {step.kind === 'check' && (
        <SheetCheck
          key={step.sheet.id}
          sheet={step.sheet}
          onLeave={choose}
          onDone={(done) => setStep({ kind: 'done', done })}
        />
      )}
      {step.kind === 'analytics' && (
        <AnalyticsCheck
          key={step.sheet.id}
          sheet={step.sheet}
          onLeave={choose}
          onDone={(done) => setStep({ kind: 'counted', done })}
        />
      )}
      {step.kind === 'counted' && <AnalyticsDone done={step.done} onAnother={() => choose()} />}
      {step.kind === 'done' && <ImportDone done={step.done} onAnother={() => choose()} />}
    </Box>
  );
};

/** What was clicked is gone with its step: the keyboard goes on where the next one begins. */
const useFocusOn = (step: Step['kind']) => {
  const ref = useRef<HTMLDivElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current !== step) ref.current?.focus();
    before.current = step;
  }, [step]);
  return ref;
};

/** A file dropped beside the zone would make the browser leave the page and show it. */
const useMissedDrops = (): void => {
  useEffect(() => {
    const stay = (event: Event) => event.preventDefault();
    window.addEventListener('dragover', stay);
    window.addEventListener('drop', stay);
    return () => {
      window.removeEventListener('dragover', stay);
      window.removeEventListener('drop', stay);
    };
  }, []);
};
