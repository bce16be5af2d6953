import { Notice } from '../../components/Notice';
import { PAGES } from '../../components/entry-links';
import { useText } from '../../components/text';
import { TextLink } from '../../components/TextLink';

/** The end of the first five minutes: once entries have a place, whether anybody has viewed them. */
export const NextStep = () => {
  const text = useText();
  return (
    <Notice kind="information" title={text('analytics.setup.text')}>
      <TextLink to={PAGES.import}>{text('analytics.setup.drop')}</TextLink>
    </Notice>
  );
};
