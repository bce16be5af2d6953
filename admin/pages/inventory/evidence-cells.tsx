import { Box, Typography } from '@strapi/design-system';
import { FormattedDate } from 'react-intl';
import type { InventoryRow } from '../../../server/core/api';
import { viewsShown } from '../../../server/core/consumption-api';
import { EvidenceLines } from '../../components/evidence/EvidenceLines';
import { useText } from '../../components/text';
import { useDay } from '../../components/use-day';
import { ViewsNumber } from '../../components/ViewsNumber';

interface Props {
  readonly row: InventoryRow;
}

/** How often it was viewed; blank, never 0, where nothing could have counted any. */
export const ViewsCell = ({ row: { evidence } }: Props) => {
  const text = useText();
  const day = useDay();
  const { views, from, to, isPartial } = viewsShown(evidence);
  if (views === null) return null;
  const title = (): string | undefined => {
    if (from === null || to === null) return undefined;
    const days = evidence.period?.missingDays ?? 0;
    return text(isPartial ? 'evidence.period.missing' : 'evidence.period', { from: day(from), to: day(to), days });
  };
  return (
    <Typography textColor="neutral800" title={title()}>
      <ViewsNumber number={views} isPartial={isPartial} />
    </Typography>
  );
};

/** The day of its last counted view. */
export const LastViewedCell = ({ row: { evidence } }: Props) => {
  const day = useDay();
  if (evidence.lastViewed === null) return null;
  return (
    <Typography textColor="neutral800" style={{ whiteSpace: 'nowrap' }}>
      {day(evidence.lastViewed)}
    </Typography>
  );
};

/** The grade and what it rests on. */
export const EvidenceCell = ({ row: { evidence, contentType } }: Props) => (
  <Box maxWidth="28rem" minWidth="20rem">
    <EvidenceLines evidence={evidence} contentType={contentType} remarks={false} />
  </Box>
);

/** When customers could read it for the first time. */
export const FirstPublishedCell = ({ row }: Props) =>
  row.firstPublishedAt === null ? null : (
    <Typography textColor="neutral800" style={{ whiteSpace: 'nowrap' }}>
      <FormattedDate value={row.firstPublishedAt} dateStyle="medium" />
    </Typography>
  );
