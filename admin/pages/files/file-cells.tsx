import { Box, Typography } from '@strapi/design-system';
import { FormattedDate, FormattedNumber } from 'react-intl';
import type { FileRow } from '../../../server/core/consumption-api';
import type { MeasuredBy } from '../../../server/core/files/seen-through';
import { withQuery } from '../../api/query-string';
import { EvidenceLines } from '../../components/evidence/EvidenceLines';
import { GradeChip } from '../../components/evidence/GradeChip';
import { useText, type TextKey } from '../../components/text';
import { TitleLink } from '../../components/TitleLink';
import { useBytes } from './use-bytes';

interface Props {
  readonly row: FileRow;
}

/** Its name, leading to the Media Library, which opens files only by looking for them. */
export const FileCell = ({ row: { name, ext, duplicates } }: Props) => {
  const text = useText();
  return (
    <TitleLink to={withQuery('/plugins/upload', { _q: name })} title={name}>
      <Typography variant="pi" textColor="neutral600">
        {ext.replace(/^\./, '').toUpperCase()}
        {duplicates !== null && duplicates > 0 && ` · ${text('files.duplicates', { count: duplicates })}`}
      </Typography>
    </TitleLink>
  );
};

/** What it takes of the storage. */
export const SizeCell = ({ row }: Props) => {
  const bytes = useBytes();
  return (
    <Typography textColor="neutral800" style={{ whiteSpace: 'nowrap' }}>
      {bytes(row.size)}
    </Typography>
  );
};

/** How often it was downloaded, or what shows it was viewed; blank, never 0, where nothing could have counted any. */
export const FileViewsCell = ({ row: { evidence } }: Props) =>
  evidence.views === null ? null : (
    <Typography textColor="neutral800">
      <FormattedNumber value={evidence.views} />
    </Typography>
  );

/** The grade, what it rests on, and whether that is the file's own or its entries'. */
export const FileEvidenceCell = ({ row: { evidence, measuredBy, usage, hidesCounts } }: Props) => {
  const text = useText();
  return (
    <Box maxWidth="28rem" minWidth="20rem">
      {hidesCounts ? (
        <GradeChip grade={evidence.grade} />
      ) : (
        <EvidenceLines evidence={evidence} contentType={text('files.ofType')} />
      )}
      {usage === 'published' && (
        <Typography variant="pi" textColor="neutral600" tag="p">
          {text(hidesCounts ? 'files.seenHidden' : SEEN[measuredBy])}
        </Typography>
      )}
    </Box>
  );
};

const SEEN = {
  downloads: 'files.byDownloads',
  'seen-through': 'files.seenThrough',
} as const satisfies Record<MeasuredBy, TextKey>;

/** Since when it lies there. */
export const AddedCell = ({ row }: Props) => (
  <Typography textColor="neutral800" style={{ whiteSpace: 'nowrap' }}>
    <FormattedDate value={row.createdAt} dateStyle="medium" />
  </Typography>
);
