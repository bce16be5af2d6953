import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { AnalyticsBody } from '../../../../server/core/analytics-api';
import { useAnalyticsDryRun, useImportAnalytics } from '../../../api/analytics';
import { isBrokenOff, type Sheet } from '../../../api/imports';
import type { AnalyticsRequest } from '../../../api/routes';
import { useText } from '../../../components/text';
import { ApplyFailure, CheckFailure } from '../ImportFailure';
import { Waiting } from '../Waiting';
import { AnalyticsApply } from './AnalyticsApply';
import { AnalyticsResult } from './AnalyticsResult';
import { Completeness } from './Completeness';
import { GradeChanges } from './GradeChanges';
import { HostsCard } from './HostsCard';
import { MapPaths } from './MapPaths';
import { PeriodCard } from './PeriodCard';
import { ReplacesNotice } from './ReplacesNotice';
import { SiteCard } from './SiteCard';
import { SuggestedMoves } from './SuggestedMoves';
import { SuggestedPatterns } from './SuggestedPatterns';

interface Props {
  readonly sheet: Sheet;
  readonly onLeave: (isCancelled: boolean) => void;
  readonly onDone: (done: AnalyticsBody) => void;
}

/** What a file of analytics would count: which days, which entries, what it replaces, and *Import*. */
export const AnalyticsCheck = ({ sheet, onLeave, onDone }: Props) => {
  const text = useText();
  const [request, setRequest] = useState<AnalyticsRequest>({ because: [], isComplete: false });
  const { latest: body, error, isFetching, sent, retry } = useAnalyticsDryRun(sheet, request);
  const apply = useImportAnalytics(sheet);
  const { name } = sheet.file;

  if (apply.isPending && body) {
    return (
      <Waiting words={text('analytics.applying', { views: body.mapped.views })} part={null} onCancel={apply.cancel} />
    );
  }
  if (body === null && isFetching) {
    const isSent = sent === 1;
    return (
      <Waiting
        words={text(isSent ? 'import.reading' : 'import.sending', { name })}
        part={isSent || sent === 0 ? null : sent}
        onCancel={() => onLeave(true)}
      />
    );
  }
  const ask = (next: AnalyticsRequest) => {
    apply.reset();
    setRequest(next);
  };
  const change = (changes: Partial<AnalyticsRequest>) => ask({ ...request, ...changes });
  const changePeriod = (days: Pick<AnalyticsRequest, 'from' | 'to'> | null) => {
    const { from: _from, to: _to, ...others } = request;
    ask({ ...others, ...days });
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Flex justifyContent="space-between" alignItems="flex-start" gap={4} wrap="wrap">
        <Typography variant="beta" tag="h2" style={{ overflowWrap: 'anywhere' }}>
          {name}
        </Typography>
        <Button variant="tertiary" onClick={() => onLeave(false)}>
          {text('import.another')}
        </Button>
      </Flex>
      {apply.error && !isBrokenOff(apply.error) && <ApplyFailure error={apply.error} />}
      {error && <CheckFailure error={error} onRetry={retry} />}
      {body && (
        <>
          {!body.period?.isFromFile && <PeriodCard gap={body.gap} onChange={changePeriod} />}
          <AnalyticsResult body={body} isRenewing={isFetching} />
          <SuggestedMoves moves={body.moves} />
          <SuggestedPatterns patterns={body.patterns} onUsed={retry} />
          <ReplacesNotice body={body} />
          <GradeChanges grades={body.grades} />
          <Questions>
            <SiteCard body={body} site={request.site} onChange={(site) => change({ site })} />
            {body.hosts.length > 1 && (
              <HostsCard hosts={body.hosts} onChange={(hosts) => change({ hosts: hosts.join() })} />
            )}
            <Completeness body={body} request={request} onChange={change} />
          </Questions>
          <AnalyticsApply
            body={body}
            state={isFetching ? 'counting' : error ? 'failed' : 'counted'}
            onApply={() => apply.mutate(request, { onSuccess: onDone, onError: retry })}
          />
          <MapPaths body={body} />
        </>
      )}
    </Flex>
  );
};

/** Beside each other where there is room, so that *Import* is in sight. */
const Questions = styled.div`
  display: grid;
  gap: 2.4rem;

  ${({ theme }) => theme.breakpoints.large} {
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
  }
`;
