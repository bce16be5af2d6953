import { MultiSelect, MultiSelectOption } from '@strapi/design-system';
import { EXCLUSION_REASONS, type ExclusionReason, type Stage } from '../../../server/core/vocabulary';
import { useText } from '../text';
import { EXCLUSION_TEXT, JOURNEY_TEXT } from '../vocabulary-text';

interface Value {
  readonly stages: readonly string[];
  readonly excluded: ExclusionReason | null;
}

interface Props {
  readonly label: string;
  readonly placeholder: string;
  readonly stages: readonly Stage[];
  readonly value: Value;
  /** `S` in tables. */
  readonly size?: 'S' | 'M';
  readonly onChange: (value: Value) => void;
}

const OUT = 'out:';

/** Stages of both journeys, or none of them for a reason: one list, as it is one decision. */
export const StageSelect = ({ label, placeholder, stages, value, size = 'M', onChange }: Props) => {
  const text = useText();
  const chosen = value.excluded === null ? [...value.stages] : [`${OUT}${value.excluded}`];
  const choose = (next: readonly string[]) => {
    const [latest = ''] = next.filter((one) => !chosen.includes(one));
    const reason = EXCLUSION_REASONS.find((known) => latest === `${OUT}${known}`);
    if (reason) onChange({ stages: [], excluded: reason });
    else onChange({ stages: inOrder(next, stages), excluded: null });
  };
  const nameOf = (option: string) => {
    const reason = EXCLUSION_REASONS.find((known) => option === `${OUT}${known}`);
    if (reason) return text('rules.gives.excluded', { reason: text(EXCLUSION_TEXT[reason]) });
    return stages.find(({ key }) => key === option)?.name ?? option;
  };

  return (
    <MultiSelect
      size={size}
      aria-label={label}
      placeholder={placeholder}
      value={chosen}
      customizeContent={(values) => (values ?? []).map(nameOf).join(', ')}
      onChange={choose}
      clearLabel={text('filter.clear')}
      onClear={() => onChange({ stages: [], excluded: null })}
    >
      {stages.map(({ key, name, journey }) => (
        <MultiSelectOption key={key} value={key}>
          {text('rules.stage.option', { stage: name, journey: text(JOURNEY_TEXT[journey]) })}
        </MultiSelectOption>
      ))}
      {EXCLUSION_REASONS.map((reason) => (
        <MultiSelectOption key={reason} value={`${OUT}${reason}`}>
          {nameOf(`${OUT}${reason}`)}
        </MultiSelectOption>
      ))}
    </MultiSelect>
  );
};

const inOrder = (keys: readonly string[], stages: readonly Stage[]): readonly string[] =>
  stages.filter(({ key }) => keys.includes(key)).map(({ key }) => key);
