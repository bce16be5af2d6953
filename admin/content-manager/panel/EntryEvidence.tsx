import { useId, useMemo } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import type { EntryEvidenceBody } from '../../../server/core/consumption-api';
import { useEvidence } from '../../api/consumption';
import { isMissing } from '../../api/failure';
import { EvidenceLines } from '../../components/evidence/EvidenceLines';
import { GRADE_STYLE } from '../../components/evidence/grade-style';
import { GradeChip } from '../../components/evidence/GradeChip';
import { useText } from '../../components/text';
import { useReason } from '../../components/use-reason';
import { LastDays } from './LastDays';

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
        <>
          <EvidenceLines evidence={data.evidence} contentType={contentType} />
          <LastDays body={data} />
          <Versions versions={data.versions} />
          {data.evidence.sources.length > 0 && (
            <Typography variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
              {text('evidence.countedBy', { sources: data.evidence.sources.join(', ') })}
            </Typography>
          )}
        </>
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

/** Where its languages fare differently, each with its own grade. */
const Versions = ({ versions }: Pick<EntryEvidenceBody, 'versions'>) => {
  if (new Set(versions.map(({ evidence }) => evidence.grade)).size < 2) return null;
  return (
    <Flex tag="ul" direction="column" alignItems="flex-start" gap={1}>
      {versions.map(({ locale, evidence }) => (
        <Flex tag="li" key={locale} gap={2}>
          <Typography variant="pi" textColor="neutral700">
            {locale}
          </Typography>
          <GradeChip grade={evidence.grade} />
        </Flex>
      ))}
    </Flex>
  );
};

const isMeasured = ({ evidence, days }: EntryEvidenceBody): boolean =>
  evidence.views !== null || evidence.measuredDays > 0 || days.some(({ views }) => views !== null);
