import { Typography } from '@strapi/design-system';
import type { EvidenceBody } from '../../../server/core/consumption-api';
import { useText } from '../text';

/** Under which other addresses something was viewed, or may have been; nothing where there are none. */
export const AddressLines = ({ evidence: { addresses } }: { readonly evidence: EvidenceBody }) => {
  const text = useText();
  const lines = (['counted', 'doubted'] as const).flatMap((how) => {
    const paths = addresses?.[how] ?? [];
    return paths.length === 0 ? [] : text(ADDRESS_TEXT[how], { paths: paths.join(', ') });
  });
  return lines.map((line) => (
    <Typography key={line} variant="pi" textColor="neutral600" tag="p" style={{ overflowWrap: 'anywhere' }}>
      {line}
    </Typography>
  ));
};

const ADDRESS_TEXT = { counted: 'evidence.countedAt', doubted: 'evidence.doubtedAt' } as const;
