import { EmptyStateLayout } from '@strapi/design-system';
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
  return (
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
          personas={[...facts.personas, ...plan.personas.added]}
          draft={draft.types[type.type.uid] ?? {}}
          onChange={(changes) => changeType(type.type.uid, changes)}
        />
      ))}
    </SettingsTable>
  );
};
