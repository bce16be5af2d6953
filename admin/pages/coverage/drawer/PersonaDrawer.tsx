import { Flex } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { CoverageBody } from '../../../../server/core/api';
import { JOURNEYS, type Journey } from '../../../../server/core/vocabulary';
import { inventoryLink } from '../../../components/entry-links';
import { Message, useText } from '../../../components/text';
import { JOURNEY_TEXT } from '../../../components/vocabulary-text';
import { viewsText } from '../../../components/views-text';
import { TextLink } from '../../../components/TextLink';
import { HANDOFF_STYLE, HandoffIcon } from '../handoff-style';
import { demandLink } from '../demand/demand-model';
import { useNames } from '../use-names';
import { usePersonaNote } from '../use-persona-note';
import type { DrawerProps } from './CoverageDrawer';
import { Drawer } from './Drawer';
import { NextDraft } from './NextDraft';
import { Section } from './Section';
import { Strip, type Stop } from './Strip';

/** A persona's whole way: what there is for each moment of it, where it breaks off, and what to write next. */
export const PersonaDrawer = ({
  coverage,
  filters,
  persona: key,
  onOpen,
  onClose,
}: DrawerProps & { readonly persona: string }) => {
  const text = useText();
  const names = useNames(coverage);
  const note = usePersonaNote();
  const persona = coverage.personas.find((one) => one.key === key);
  const handoff = coverage.handoffs.find((one) => one.persona === key)?.handoff;
  const entries = coverage.totals.personas[key]?.current ?? 0;
  const viewed = coverage.consumption.personas[key];

  return (
    <Drawer
      title={names.persona(key)}
      subtitle={
        persona && (
          <>
            <p>{note(persona)}</p>
            {persona.description && <p>{persona.description}</p>}
          </>
        )
      }
      onClose={onClose}
    >
      <Flex tag="p" gap={1} wrap="wrap" paddingBottom={4}>
        <Message
          id="drawer.persona.total"
          values={{
            entries,
            link: (chunks) => (
              <TextLink to={inventoryLink({ ...filters, persona: key, age: 'current' })}>{chunks}</TextLink>
            ),
          }}
        />
        {viewed && viewed.views !== null && (
          <>
            {' · '}
            <TextLink to={demandLink(filters, 'views', { persona: key }, viewed.views)}>
              {viewsText(text, viewed)}
            </TextLink>
          </>
        )}
      </Flex>
      <NextDraft coverage={coverage} filters={filters} persona={key} />
      {JOURNEYS.map((journey) => {
        const stops = stopsOf(coverage, key, journey);
        if (stops.length === 0) return null;
        return (
          <Section key={journey} title={text(JOURNEY_TEXT[journey])}>
            <Strip label={text(JOURNEY_TEXT[journey])} stops={stops} onOpen={onOpen} />
            {journey === 'buyer' && handoff && (
              <Handoff type="button" aria-haspopup="dialog" onClick={() => onOpen({ kind: 'handoff', persona: key })}>
                <HandoffIcon handoff={handoff} />
                {text('drawer.handoff', { word: text(HANDOFF_STYLE[handoff].word) })}
              </Handoff>
            )}
          </Section>
        );
      })}
    </Drawer>
  );
};

const stopsOf = ({ cells, stages, sparse }: CoverageBody, persona: string, journey: Journey): readonly Stop[] =>
  stages
    .filter((stage) => stage.journey === journey)
    .flatMap(({ key, name }) => {
      const cell = cells.find((one) => one.persona === persona && one.stage === key);
      if (!cell) return [];
      return [{ cell: { persona, stage: key }, title: name, facts: cell, verdict: sparse ? null : cell.verdict }];
    });

const Handoff = styled.button`
  display: inline-flex;
  align-items: center;
  gap: 0.8rem;
  margin-top: 0.8rem;
  padding: 0.4rem 0.8rem;
  border: 0;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral100};
  color: ${({ theme }) => theme.colors.neutral700};
  font: inherit;
  font-size: 1.2rem;
  cursor: pointer;

  &:hover {
    text-decoration: underline;
  }

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
  }
`;
