import { Flex, Typography } from '@strapi/design-system';
import type { AuditBody } from '../../../server/core/api';
import type { NeverConsumedBody } from '../../../server/core/consumption-api';
import { MEASURED } from '../../../server/core/evidence/state';
import { inventoryLink } from '../../components/entry-links';
import { Message } from '../../components/text';
import { TextLink } from '../../components/TextLink';
import { RefreshStatus } from '../audit/RefreshStatus';
import { silenceLink, unjudged } from './silence-url';

interface Props {
  readonly summary: NeverConsumedBody;
  readonly audit: AuditBody;
}

/** "38 of 131 measured entries have never been viewed; 12 cannot be judged." */
export const Sentence = ({ summary, audit }: Props) => {
  const { measured, neverConsumed, kept, isExact } = summary;
  const linkTo = (to: string) =>
    function RowsLink(chunks: React.ReactNode[]) {
      return <TextLink to={to}>{chunks}</TextLink>;
    };
  const cannot = unjudged(summary);
  return (
    <Flex gap={2} wrap="wrap">
      <Typography variant="epsilon" textColor="neutral600" tag="p">
        <Message
          id={measured === 0 ? 'never.sentence.none' : cannot === 0 ? 'never.sentence.all' : 'never.sentence'}
          values={{
            measured,
            never: neverConsumed,
            unjudged: cannot,
            measuredLink: linkTo(inventoryLink({ evidence: MEASURED, counted: 'published' })),
            neverLink: linkTo(silenceLink('never-viewed')),
            unjudgedLink: linkTo(silenceLink('cannot-judge')),
          }}
        />
        {kept > 0 && (
          <>
            {' '}
            <Message id="never.kept" values={{ kept, keptLink: linkTo(silenceLink('kept')) }} />
          </>
        )}
        {!isExact && (
          <>
            {' '}
            <Message id="never.atLeast" />
          </>
        )}
        {' ·'}
      </Typography>
      <RefreshStatus shown={audit} present />
    </Flex>
  );
};
