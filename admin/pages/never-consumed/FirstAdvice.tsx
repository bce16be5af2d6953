import { Notice } from '../../components/Notice';
import { Message, useText } from '../../components/text';
import { PAGES } from '../../components/entry-links';
import { TextLink } from '../../components/TextLink';

/** A page that nobody can reach is no page that nobody wants. */
export const FirstAdvice = () => {
  const text = useText();
  const link = (chunks: React.ReactNode[]) => <TextLink to={PAGES.measurement}>{chunks}</TextLink>;
  return (
    <Notice kind="information" title={text('never.advice.title')}>
      <Message id="never.advice" values={{ link }} />
    </Notice>
  );
};
