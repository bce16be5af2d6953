import { Box, Typography } from '@strapi/design-system';
import { FormattedDate, FormattedNumber } from 'react-intl';
import type { InventoryRow } from '../../../server/core/api';
import { EvidenceLines } from '../../components/evidence/EvidenceLines';
import { useText } from '../../components/text';
import { useDay } from '../../components/use-day';

interface Props {
  readonly row: InventoryRow;
}

/** How often it was viewed; blank, never 0, where nothing could have counted any. */
export const ViewsCell = ({ row: { evidence } }: Props) => {
  const text = useText();
  const day = useDay();
  const { views, viewsFrom, viewsTo } = evidence;
  if (views === null) return null;
  return (
    <Typography
      textColor="neutral800"
      {...(viewsFrom !== null &&
        viewsTo !== null && { title: text('evidence.period', { from: day(viewsFrom), to: day(viewsTo) }) })}
    >
      <FormattedNumber value={views} />
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
