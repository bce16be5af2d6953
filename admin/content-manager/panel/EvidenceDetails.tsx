import { Flex, Typography } from '@strapi/design-system';
import type { EntryEvidenceBody } from '../../../server/core/consumption-api';
import { GradeChip } from '../../components/evidence/GradeChip';
import { useEvidenceText } from '../../components/evidence/use-evidence-text';
import { useText } from '../../components/text';
import { unmeasuredIn, viewsIn } from './LastDays';
import { usePeriodsText } from './use-periods-text';

interface Props {
  readonly body: EntryEvidenceBody;
  /** The content type's name. */
  readonly contentType: string;
}

/** What else is known of an entry's views, folded up: who counted, what no day tells, how its languages fare. */
export const EvidenceDetails = ({ body, contentType }: Props) => {
  const text = useText();
  const { remark } = useEvidenceText();
  const { sentence, isAll } = usePeriodsText(body);
  const { evidence, days, periods, versions } = body;
  const unmeasured = unmeasuredIn(days);
  // A file's views may be of the same days as the bars: then there is no rest to speak of.
  const earlier = periods.length > 0 ? 0 : (evidence.views ?? 0) - viewsIn(days);
  const lines = [
    remark(evidence, contentType),
    isAll ? null : sentence,
    earlier > 0 ? text('evidence.days.earlier', { count: earlier }) : null,
    unmeasured > 0 ? text('evidence.days.hatched', { count: unmeasured }) : null,
    evidence.sources.length > 0 ? text('evidence.countedBy', { sources: evidence.sources.join(', ') }) : null,
  ].filter((line) => line !== null);
  const differ = new Set(versions.map((version) => version.evidence.grade)).size > 1;
  if (lines.length === 0 && !differ) return null;
  return (
    <details>
      <Typography tag="summary" variant="pi" textColor="neutral700" style={{ cursor: 'pointer' }}>
        {text('evidence.details')}
      </Typography>
      <Flex direction="column" alignItems="stretch" gap={1} paddingTop={1}>
        {lines.map((line) => (
          <Typography key={line} variant="pi" textColor="neutral600" tag="p" style={{ overflowWrap: 'anywhere' }}>
            {line}
          </Typography>
        ))}
        {differ && <Versions versions={versions} />}
      </Flex>
    </details>
  );
};

/** Where its languages fare differently, each with its own grade. */
const Versions = ({ versions }: Pick<EntryEvidenceBody, 'versions'>) => (
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
