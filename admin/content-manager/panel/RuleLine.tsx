import { Typography } from '@strapi/design-system';
import type { VocabularyBody } from '../../../server/core/api';
import { EVERYONE } from '../../../server/core/vocabulary';
import { useRules } from '../../api/rules';
import { useVocabulary } from '../../api/vocabulary';
import { useRuleText } from '../../components/rules/use-rule-text';
import { useText } from '../../components/text';

/** What the rules say that placed the entry; a rule that is gone since says nothing. */
export const RuleLine = ({ keys }: { readonly keys: readonly string[] }) => {
  const { data: vocabulary } = useVocabulary();
  const { data: rules } = useRules(keys.length > 0);
  if (!vocabulary || !rules) return null;
  return <Sentences rules={rules.filter(({ key }) => keys.includes(key))} vocabulary={vocabulary} />;
};

interface Props {
  readonly rules: NonNullable<ReturnType<typeof useRules>['data']>;
  readonly vocabulary: VocabularyBody;
}

const Sentences = ({ rules, vocabulary: { contentTypes, personas, stages } }: Props) => {
  const text = useText();
  const { what, gives } = useRuleText({
    type: (uid) => contentTypes.find((type) => type.uid === uid)?.displayName ?? uid,
    persona: (key) =>
      key === EVERYONE ? text('persona.everyone') : (personas.find((one) => one.key === key)?.name ?? key),
    stage: (key) => stages.find((stage) => stage.key === key)?.name ?? key,
  });
  return (
    <>
      {rules.map((rule) => (
        <Typography key={rule.key} variant="pi" tag="div" style={{ overflowWrap: 'anywhere' }}>
          {text('panel.rule', { what: what(rule), gives: gives(rule) })}
        </Typography>
      ))}
    </>
  );
};
