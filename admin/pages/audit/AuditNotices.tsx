import type { AuditBody } from '../../../server/core/api';
import { useLatestAudit } from '../../api/audits';
import { Notice } from '../../components/Notice';
import { RelativeDate } from '../../components/RelativeDate';
import { Message, useText } from '../../components/text';
import { TextLink } from '../../components/TextLink';

interface Props {
  readonly shown: AuditBody;
  /** The same page with today's numbers, where the URL asks for an audit in particular. */
  readonly presentLink: string | null;
}

/** What a reader must know about the numbers before believing them: from then, not renewed, or out of date. */
export const AuditNotices = ({ shown, presentLink }: Props) => {
  const text = useText();
  const { data: latest } = useLatestAudit();
  const ago = <RelativeDate date={shown.finishedAt ?? shown.startedAt} />;

  if (presentLink !== null) {
    const link = (chunks: React.ReactNode[]) => <TextLink to={presentLink}>{chunks}</TextLink>;
    return (
      <Notice kind="information" title={shown.name ?? text('audit.unnamed')}>
        <Message id="notice.saved" values={{ ago, link }} />
      </Notice>
    );
  }
  if (latest?.status === 'failed') {
    return (
      <Notice kind="danger" title={text('notice.failed.title')}>
        <Message id="notice.failed" values={{ reason: latest.error ?? '', ago }} />
      </Notice>
    );
  }
  if (shown.outdated) {
    return (
      <Notice kind="warning" title={text('notice.outdated.title')}>
        {text('notice.outdated')}
      </Notice>
    );
  }
  return null;
};
