import { Box } from '@strapi/design-system';
import type { RulesPreviewBody } from '../../../server/core/rules-api';
import { Notice } from '../../components/Notice';
import { useText } from '../../components/text';
import { useNaming } from '../../components/VocabularyGate';
import type { SetupPlan } from './setup-plan';

interface Props {
  readonly plan: SetupPlan;
  readonly body: RulesPreviewBody | null;
}

/** Fields named for each type; its chooser has all of them. */
const NAMED = 3;

/** Where all that is placed would stand in one cell: such a heatmap tells nothing, and a field tells its entries apart. */
export const OneCellNotice = ({ plan, body }: Props) => {
  const text = useText();
  const { personaName, stageName } = useNaming();
  const [cell, ...others] = body?.cells ?? [];
  if (cell === undefined || others.length > 0 || cell.count < 2) return null;
  const persona = plan.personas.added.find(({ key }) => key === cell.persona)?.name ?? personaName(cell.persona);
  const alike = plan.placing.filter(({ by, choice }) => by === null && choice.stages.length > 0);
  const divisible = alike.find(({ fields }) => fields.length > 0);
  return (
    <Box paddingBottom={4}>
      <Notice kind="warning" title={text('setup.oneCell')}>
        {text('setup.oneCell.text', { count: cell.count, persona, stage: stageName(cell.stage) })}{' '}
        {divisible
          ? text('setup.oneCell.field', {
              type: divisible.type.displayName,
              fields: divisible.fields
                .slice(0, NAMED)
                .map(({ field }) => field)
                .join(', '),
            })
          : text('setup.oneCell.noField')}
      </Notice>
    </Box>
  );
};
