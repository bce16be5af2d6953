import { useState, type KeyboardEvent } from 'react';
import { Flex, TextInput, Typography } from '@strapi/design-system';
import { Search } from '@strapi/icons';
import { EVERYONE, type Persona } from '../../../server/core/vocabulary';
import { InlineButton } from '../../components/InlineButton';
import { useText } from '../../components/text';
import { NoPersonas } from './NoPersonas';
import type { Origins } from './origins';
import { recentPersonas, rememberPersona } from './recent-personas';
import { ToggleChip } from './ToggleChip';
import { ToggleGroup } from './ToggleGroup';
import { useOriginText } from './use-origin-text';
import { MANY_PERSONAS, visiblePersonas } from './visible-personas';

interface Props {
  readonly personas: readonly Persona[];
  readonly chosen: readonly string[];
  readonly origins: Origins;
  readonly canAdd: boolean;
  /** Left out: the user may look only. */
  readonly onToggle?: ((key: string) => void) | undefined;
}

/** *Who is it for?* With many personas the recent ones, a search and a way to see all. */
export const PersonaToggles = ({ personas, chosen, origins, canAdd, onToggle }: Props) => {
  const text = useText();
  const originText = useOriginText();
  const [search, setSearch] = useState('');
  const [all, setAll] = useState(false);
  // As of opening the panel: a click must not move the toggles under the pointer.
  const [recent] = useState(() => [...chosen, ...recentPersonas()]);

  const isMany = personas.length > MANY_PERSONAS && onToggle !== undefined;
  const shown = onToggle
    ? visiblePersonas(personas, { chosen, recent, search, all })
    : personas.filter(({ key }) => chosen.includes(key));
  const toggle = (key: string) => {
    if (!chosen.includes(key) && key !== EVERYONE) rememberPersona(key);
    onToggle?.(key);
  };
  const chooseOnlyMatch = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    // Enter would submit the entry's form.
    event.preventDefault();
    const [match, ...others] = search ? shown : [];
    if (!match || others.length > 0) return;
    toggle(match.key);
    setSearch('');
  };
  const chip = (key: string, label: string) => (
    <ToggleChip
      key={key}
      label={label}
      pressed={chosen.includes(key)}
      provisional={origins.persona.get(key)?.byRule ?? false}
      origin={originText(origins.persona.get(key)?.latest)}
      onToggle={onToggle && (() => toggle(key))}
    />
  );

  return (
    <ToggleGroup label={text('panel.personas')} level="question">
      {personas.length === 0 && <NoPersonas canAdd={canAdd} />}
      {isMany && (
        <TextInput
          size="S"
          type="search"
          aria-label={text('panel.personas.search')}
          placeholder={text('panel.personas.search')}
          startAction={<Search fill="neutral500" aria-hidden />}
          value={search}
          onChange={(event: { target: { value: string } }) => setSearch(event.target.value)}
          onKeyDown={chooseOnlyMatch}
        />
      )}
      <Flex gap={2} wrap="wrap">
        {shown.map(({ key, name }) => chip(key, name))}
        {search && shown.length === 0 && (
          <Typography variant="pi" textColor="neutral600" role="status">
            {text('panel.personas.none', { search })}
          </Typography>
        )}
        {!onToggle && chosen.length === 0 && (
          <Typography variant="pi" textColor="neutral600">
            {text('side.notSet')}
          </Typography>
        )}
      </Flex>
      {isMany && !search && (
        <InlineButton aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? text('panel.personas.fewer') : text('panel.personas.all', { count: personas.length })}
        </InlineButton>
      )}
      {(onToggle ?? chosen.includes(EVERYONE)) && <Flex>{chip(EVERYONE, text('persona.everyone'))}</Flex>}
    </ToggleGroup>
  );
};
