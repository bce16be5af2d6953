import { Box, EmptyStateLayout } from '@strapi/design-system';
import { EVERYONE } from '../../../server/core/vocabulary';
import { Notice } from '../../components/Notice';
import { useText } from '../../components/text';
import { SettingsTable } from '../../settings/SettingsTable';
import type { SetupDraft, TypeDraft } from './setup-draft';
import type { SetupFacts } from './setup-facts';
import type { SetupPlan } from './setup-plan';
import { TypeRows } from './TypeRows';

interface Props {
  readonly plan: SetupPlan;
  readonly facts: SetupFacts;
  readonly draft: SetupDraft;
  readonly onChange: (changes: Partial<SetupDraft>) => void;
}

/** *What does each type mostly do?* A type, or each value of one of its fields → when, and for whom. */
export const PlacingStep = ({ plan, facts, draft, onChange }: Props) => {
  const text = useText();
  const changeType = (uid: string, changes: TypeDraft) =>
    onChange({ types: { ...draft.types, [uid]: { ...draft.types[uid], ...changes } } });

  if (plan.placing.length === 0) return <EmptyStateLayout content={text('setup.placing.none')} shadow="" />;
  const personas = [...facts.personas, ...plan.personas.added];
  const isForNobody = plan.placing.every(
    ({ choice, personaField, whom, values }) =>
      personaField === null &&
      whom === null &&
      [choice, ...(values ?? []).map((value) => value.choice)].every((one) =>
        one.personas.every((key) => key === EVERYONE)
      )
  );
  return (
    <>
      {personas.length > 0 && isForNobody && (
        <Box paddingBottom={4}>
          <Notice kind="information" title={text('setup.whom')}>
            {text('setup.whom.text', { names: personas.map(({ name }) => name).join(', ') })}
          </Notice>
        </Box>
      )}
      <SettingsTable
        label={text('setup.placing')}
        columns={[
          { label: text('settings.types.type'), width: '30%' },
          { label: text('panel.stages'), width: '35%' },
          { label: text('panel.personas'), width: '35%' },
        ]}
      >
        {plan.placing.map((type) => (
          <TypeRows
            key={type.type.uid}
            plan={type}
            stages={facts.stages}
            personas={personas}
            draft={draft.types[type.type.uid] ?? {}}
            onChange={(changes) => changeType(type.type.uid, changes)}
          />
        ))}
      </SettingsTable>
    </>
  );
};
