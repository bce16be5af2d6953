import { Flex, Typography } from '@strapi/design-system';
import type { EvidenceBody } from '../../../server/core/consumption-api';
import { AddressLines } from './AddressLines';
import { GradeChip } from './GradeChip';
import { useEvidenceText } from './use-evidence-text';

interface Props {
  readonly evidence: EvidenceBody;
  /** The content type's name: visits are counted by it. */
  readonly contentType: string;
  /** Whether it also tells who asked not to be counted; a list says so once for all of its rows. */
  readonly remarks?: boolean;
}

/** A grade with the sentence that it rests on. */
export const EvidenceLines = ({ evidence, contentType, remarks = true }: Props) => {
  const { reason, remark } = useEvidenceText();
  const beside = remarks ? remark(evidence, contentType) : null;
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <GradeChip grade={evidence.grade} />
      <Typography variant="pi" textColor="neutral700" tag="p">
        {reason(evidence, contentType)}
      </Typography>
      <AddressLines evidence={evidence} />
      {beside !== null && (
        <Typography variant="pi" textColor="neutral600" tag="p">
          {beside}
        </Typography>
      )}
    </Flex>
  );
};
