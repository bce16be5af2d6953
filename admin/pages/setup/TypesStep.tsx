import { Checkbox, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useText } from '../../components/text';
import type { SetupDraft } from './setup-draft';
import type { SetupPlan } from './setup-plan';

interface Props {
  readonly plan: SetupPlan;
  readonly draft: SetupDraft;
  readonly onChange: (changes: Partial<SetupDraft>) => void;
}

/** *Which types are content?* */
export const TypesStep = ({ plan, draft, onChange }: Props) => {
  const text = useText();
  const groups = [
    { title: text('settings.types.collection'), kind: 'collectionType' },
    { title: text('settings.types.single'), kind: 'singleType' },
  ] as const;
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      {groups.map(({ title, kind }) => {
        const types = plan.types.filter((type) => type.kind === kind);
        if (types.length === 0) return null;
        return (
          <Group key={kind}>
            <Typography tag="legend" variant="sigma" textColor="neutral600">
              {title}
            </Typography>
            <Types>
              {types.map(({ uid, displayName, entries, checked }) => (
                <Checkbox
                  key={uid}
                  checked={checked}
                  onCheckedChange={(audited) => onChange({ audited: { ...draft.audited, [uid]: audited === true } })}
                >
                  {displayName}
                  {entries !== null && (
                    <Typography textColor="neutral600"> · {text('setup.entries', { count: entries })}</Typography>
                  )}
                </Checkbox>
              ))}
            </Types>
          </Group>
        );
      })}
    </Flex>
  );
};

const Group = styled.fieldset`
  border: 0;
  padding: 0;
  margin: 0;
`;

const Types = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(24rem, 1fr));
  gap: 1.2rem 2.4rem;
  padding-top: 1.2rem;
`;
