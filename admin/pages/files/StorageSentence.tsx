import { Typography } from '@strapi/design-system';
import type { FilesBody } from '../../../server/core/consumption-api';
import { withQuery } from '../../api/query-string';
import { PAGES } from '../../components/entry-links';
import { Message } from '../../components/text';
import { TextLink } from '../../components/TextLink';
import { useBytes } from './use-bytes';

/** "1,240 files take 3.2 GB; 312 of them (1.1 GB) are used nowhere that we can see." */
export const StorageSentence = ({ totals }: { readonly totals: FilesBody['meta']['totals'] }) => {
  const bytes = useBytes();
  const link = (chunks: React.ReactNode[]) => (
    <TextLink to={withQuery(PAGES.files, { usage: 'unreferenced' })}>{chunks}</TextLink>
  );
  return (
    <Typography variant="epsilon" textColor="neutral600" tag="p" role="status">
      <Message
        id={totals.unreferenced === 0 ? 'files.sentence.allUsed' : 'files.sentence'}
        values={{
          files: totals.files,
          bytes: bytes(totals.bytes),
          unreferenced: totals.unreferenced,
          unreferencedBytes: bytes(totals.unreferencedBytes),
          link,
          all: (chunks) => <TextLink to={PAGES.files}>{chunks}</TextLink>,
        }}
      />
    </Typography>
  );
};
