import { Typography } from '@strapi/design-system';
import type { RuleInput } from '../../../server/core/rules-api';
import { useRulesPreview } from '../../api/rules';
import { useText } from '../../components/text';
import { useReason } from '../../components/use-reason';

/** How many entries a rule meets, and the first of them, while it is written. */
export const RuleMatches = ({ rule }: { readonly rule: RuleInput | null }) => {
  const text = useText();
  const reasonOf = useReason();
  const { data, error } = useRulesPreview(rule && { rules: [rule] });
  const [matches] = data?.rules ?? [];
  const say = () => {
    if (rule === null) return text('settings.rules.incomplete');
    if (error) return reasonOf(error);
    if (!matches) return text('setup.counting');
    const examples = matches.examples.map(({ title }) => title).join(' · ');
    return text('settings.rules.matches', { count: matches.entries, examples });
  };
  return (
    <Typography tag="p" role="status" textColor={error ? 'danger600' : 'neutral600'}>
      {say()}
    </Typography>
  );
};
