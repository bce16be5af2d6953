import { Typography } from '@strapi/design-system';
import type { InventoryRow } from '../../../server/core/api';
import { useEvidenceText } from '../../components/evidence/use-evidence-text';

/** Of which content types a part of the visits cannot be counted: once above the list, not in each of its rows. */
export const UncountedRemark = ({ rows }: { readonly rows: readonly InventoryRow[] }) => {
  const { remark } = useEvidenceText();
  const remarks = [...new Set(rows.flatMap(({ evidence, contentType }) => remark(evidence, contentType) ?? []))];
  if (remarks.length === 0) return null;
  return (
    <Typography tag="p" variant="pi" textColor="neutral600" paddingBottom={2}>
      {remarks.join(' · ')}
    </Typography>
  );
};
