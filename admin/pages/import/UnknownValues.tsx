import { Flex, Typography } from '@strapi/design-system';
import type { ImportBody } from '../../../server/core/import-api';
import { Card } from '../../components/Card';
import { useText } from '../../components/text';
import { choicesOf, isNameable, withChoice, type Said, type Side } from './import-options';
import { useChoiceOptions } from './use-choice-options';
import { ValueRows } from './ValueRows';

interface Props {
  readonly body: ImportBody;
  readonly said: Said;
  readonly onChange: (said: Said) => void;
}

const SIDES = ['personas', 'stages'] as const satisfies readonly Side[];

const TITLE_TEXT = { personas: 'import.values.personas', stages: 'import.values.stages' } as const;

/** Words of the sheet that are no persona or stage yet, and what somebody has said that they mean. */
export const UnknownValues = ({ body, said, onChange }: Props) => {
  const text = useText();
  const optionsOf = useChoiceOptions();
  const sides = SIDES.map((side) => {
    const choices = choicesOf(said, body.options, side);
    const rows = new Map(body.unknown[side].map((one) => [one.value, one.rows]));
    const values = [...new Set([...rows.keys(), ...Object.keys(choices)])].filter(isNameable).sort();
    return { side, choices, rows, values };
  }).filter(({ values }) => values.length > 0);
  if (sides.length === 0) return null;

  return (
    <Card title={text('import.values')}>
      <Flex direction="column" alignItems="stretch" gap={5}>
        <Typography tag="p" textColor="neutral600">
          {text('import.values.intro')}
        </Typography>
        {sides.map(({ side, choices, rows, values }) => (
          <ValueRows
            key={side}
            label={text(TITLE_TEXT[side])}
            values={values.map((value) => ({ value, rows: rows.get(value) }))}
            optionsOf={(value) => optionsOf(side, value)}
            choices={choices}
            onChoose={(value, choice) => onChange(withChoice(said, body.options, side, value, choice))}
          />
        ))}
      </Flex>
    </Card>
  );
};
