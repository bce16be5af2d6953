import { Typography, EmptyStateLayout } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useRuleText } from '../../components/rules/use-rule-text';
import { MOST_PREVIEWED } from '../../../server/core/rules-api';
import { useText } from '../../components/text';
import { useNaming } from '../../components/VocabularyGate';
import { SettingsTable } from '../../settings/SettingsTable';
import { PreviewMap } from './PreviewMap';
import type { SetupFacts } from './setup-facts';
import type { SetupPlan } from './setup-plan';
import type { SetupPreview } from './use-setup-preview';

interface Props {
  readonly plan: SetupPlan;
  readonly facts: SetupFacts;
  readonly preview: SetupPreview;
}

const EXAMPLES = 3;

/** What *Apply* would do, rule by rule. */
export const PreviewStep = ({ plan, facts, preview }: Props) => {
  const text = useText();
  const { formatNumber } = useIntl();
  const { personaName, stageName } = useNaming();
  const added = new Map(plan.personas.added.map(({ key, name }) => [key, name]));
  const rule = useRuleText({
    type: (uid) => facts.types.find((type) => type.uid === uid)?.displayName ?? uid,
    persona: (key) => added.get(key) ?? personaName(key),
    stage: stageName,
  });
  const { rules } = plan.input;
  if (rules.length === 0) return <EmptyStateLayout content={text('setup.preview.none')} shadow="" />;

  return (
    <>
      <SettingsTable
        label={text('setup.preview.rules')}
        columns={[
          { label: text('rules.what'), width: '32%' },
          { label: text('rules.gives'), width: '28%' },
          { label: text('settings.entries'), numeric: true },
          { label: text('rules.examples') },
        ]}
      >
        {rules.map((one, at) => {
          const known = preview.rules[at];
          return (
            <tr key={JSON.stringify(one)}>
              <td>
                <Typography fontWeight="semiBold">{rule.what(one)}</Typography>
              </td>
              <td>{rule.gives(one)}</td>
              <td data-numeric>{known ? formatNumber(known.entries) : '…'}</td>
              <td data-content>
                <Typography variant="pi" textColor="neutral600">
                  {known?.examples
                    .slice(0, EXAMPLES)
                    .map(({ title }) => title)
                    .join(' · ')}
                </Typography>
              </td>
            </tr>
          );
        })}
      </SettingsTable>
      <Summary preview={preview} />
      {preview.body && (
        <PreviewMap
          cells={preview.body.cells}
          personas={[...facts.personas, ...plan.personas.added]}
          stages={facts.stages}
        />
      )}
    </>
  );
};

const Summary = ({ preview: { body, kept } }: Pick<Props, 'preview'>) => {
  const text = useText();
  if (!body) return null;
  const { placed, placing, isAll } = body;
  const byPerson = placing.counts.skipped['set-by-person'] ?? 0;
  return (
    <Typography tag="p" textColor="neutral600" paddingTop={4}>
      {text('setup.preview.placed', { before: placed.before, after: placed.after, entries: placed.entries })}{' '}
      {byPerson > 0 ? text('rules.skipped', { count: byPerson }) : text('rules.persons')}{' '}
      {kept > 0 && text('setup.preview.kept', { count: kept })}{' '}
      {!isAll && text('rules.first', { count: MOST_PREVIEWED })}
    </Typography>
  );
};
