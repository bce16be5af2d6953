import type { NamedDecision } from '../../../server/core/decisions-api';
import { useVocabulary } from '../../api/vocabulary';
import { editLink } from '../entry-links';
import { Message } from '../text';
import { TextLink } from '../TextLink';
import { useDecisionText } from './use-decision-text';

/** "Retire", or "Merge into Pricing" with the way there where the user may go it. */
export const DecisionWord = ({ decision }: { readonly decision: NamedDecision }) => {
  const { what } = useDecisionText();
  const { data: vocabulary } = useVocabulary();
  const { mergeInto } = decision;
  const type = vocabulary?.contentTypes.find(({ uid }) => uid === mergeInto?.uid);
  if (!mergeInto || mergeInto.title === null || !type) return what(decision);
  const entry = (
    <TextLink to={editLink({ ...mergeInto, kind: type.kind, locale: null, locales: [] }, undefined)}>
      {mergeInto.title}
    </TextLink>
  );
  return <Message id="decision.mergeInto" values={{ entry }} />;
};
