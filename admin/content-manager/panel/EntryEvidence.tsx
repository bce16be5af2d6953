import { useId, useMemo } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import type { EntryEvidenceBody } from '../../../server/core/consumption-api';
import { useEvidence } from '../../api/consumption';
import { isMissing } from '../../api/failure';
import { AddressLines } from '../../components/evidence/AddressLines';
import { EvidenceLines } from '../../components/evidence/EvidenceLines';
import { GRADE_STYLE } from '../../components/evidence/grade-style';
import { GradeChip } from '../../components/evidence/GradeChip';
import { useEvidenceText } from '../../components/evidence/use-evidence-text';
import { useText } from '../../components/text';
import { useReason } from '../../components/use-reason';
import { EvidenceDetails } from './EvidenceDetails';
import { LastDays } from './LastDays';
import { usePeriodsText } from './use-periods-text';

interface Props {
  readonly model: string;
  readonly documentId: string;
  /** The content type's name. */
  readonly contentType: string;
}

/** How the entry's consumption is known: grade, reason and the last days; folded up where nothing was measured. */
export const EntryEvidence = ({ model, documentId, contentType }: Props) => {
  const text = useText();
  const reasonOf = useReason();
  const id = useId();
  const entry = useMemo(() => ({ uid: model, documentId }), [model, documentId]);
  const { data, error } = useEvidence(entry);

  // An entry that no audit has seen yet: there is nothing to say about it.
  if (isMissing(error)) return null;
  if (error) {
    return (
      <Typography variant="pi" textColor="danger600" role="alert">
        {reasonOf(error)}
      </Typography>
    );
  }
  if (!data) return null;
  return (
    <Flex role="group" aria-labelledby={id} direction="column" alignItems="stretch" gap={2}>
      <Typography id={id} variant="pi" fontWeight="bold" textColor="neutral800">
        {text('filter.evidence')}
      </Typography>
      {isMeasured(data) ? (
        <Measured body={data} contentType={contentType} />
      ) : (
        <Folded body={data} contentType={contentType} />
      )}
    </Flex>
  );
};

const Folded = ({ body, contentType }: { readonly body: EntryEvidenceBody; readonly contentType: string }) => {
  const text = useText();
  return (
    <details>
      <Typography tag="summary" variant="pi" textColor="neutral700" style={{ cursor: 'pointer' }}>
        {text(GRADE_STYLE[body.evidence.grade].label)}
      </Typography>
      <Flex paddingTop={2}>
        <EvidenceLines evidence={body.evidence} contentType={contentType} />
      </Flex>
    </details>
  );
};

/** Badge, one sentence, bars; the rest under *Details*. */
const Measured = ({ body, contentType }: { readonly body: EntryEvidenceBody; readonly contentType: string }) => {
  const { reason } = useEvidenceText();
  const { sentence, isAll } = usePeriodsText(body);
  return (
    <>
      <Flex direction="column" alignItems="flex-start" gap={1}>
        <GradeChip grade={body.evidence.grade} />
        <Typography variant="pi" textColor="neutral700" tag="p">
          {isAll && body.evidence.grade === 'consumed' ? sentence : reason(body.evidence, contentType)}
        </Typography>
        <AddressLines evidence={body.evidence} />
      </Flex>
      <LastDays days={body.days} />
      <EvidenceDetails body={body} contentType={contentType} />
    </>
  );
};

const isMeasured = ({ evidence, days }: EntryEvidenceBody): boolean =>
  evidence.views !== null || evidence.measuredDays > 0 || days.some(({ views }) => views !== null);
