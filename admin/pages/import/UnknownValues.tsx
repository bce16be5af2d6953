import { Flex, Typography } from '@strapi/design-system';
import { IMPORT_SIDES, type ImportBody } from '../../../server/core/import-api';
import { Card } from '../../components/Card';
import { useText } from '../../components/text';
import { choicesOf, isNameable, withChoice, type Said } from './import-options';
import { useChoiceOptions } from './use-choice-options';
import { ValueRows } from './ValueRows';

interface Props {
  readonly body: ImportBody;
  readonly said: Said;
  readonly onChange: (said: Said) => void;
}

const TITLE_TEXT = {
  personas: 'import.values.personas',
  stages: 'import.values.stages',
  decisions: 'import.values.decisions',
} as const;

/** Words of the sheet that are no names here: what they were taken for, and what somebody has said that they mean. */
export const UnknownValues = ({ body, said, onChange }: Props) => {
  const text = useText();
  const optionsOf = useChoiceOptions();
  const sides = IMPORT_SIDES.map((side) => {
    const choices = choicesOf(said, body.options, side);
    const unknown = new Map(body.unknown[side].map((one) => [one.value, one.rows]));
    const assumed = new Map(body.assumed[side].map((one) => [one.value, one]));
    const values = [...new Set([...unknown.keys(), ...assumed.keys(), ...Object.keys(choices)])].filter(isNameable);
    return {
      side,
      values: values.sort().map((value) => {
        const taken = assumed.get(value);
        const choice = value in choices ? choices[value] : taken?.means;
        return { value, choice, rejected: unknown.get(value), assumed: taken?.rows };
      }),
    };
  }).filter(({ values }) => values.length > 0);
  if (sides.length === 0) return null;

  return (
    <Card title={text('import.values')}>
      <Flex direction="column" alignItems="stretch" gap={5}>
        <Typography tag="p" textColor="neutral600">
          {text('import.values.intro')}
        </Typography>
        {sides.map(({ side, values }) => (
          <ValueRows
            key={side}
            label={text(TITLE_TEXT[side])}
            values={values}
            optionsOf={(value) => optionsOf(side, value)}
            onChoose={(value, choice) => onChange(withChoice(said, body.options, side, value, choice))}
          />
        ))}
      </Flex>
    </Card>
  );
};
