import { Flex, Typography } from '@strapi/design-system';
import type { CoverageBody } from '../../../../server/core/api';
import { unwrittenPersonas } from '../../../../server/core/coverage/unwritten';
import { EVERYONE, NOT_SET, type Stage, type Verdict } from '../../../../server/core/vocabulary';
import { inventoryLink } from '../../../components/entry-links';
import { Message, useText } from '../../../components/text';
import { viewsText } from '../../../components/views-text';
import { TextLink } from '../../../components/TextLink';
import { JOURNEY_TEXT } from '../../../components/vocabulary-text';
import type { Facts } from '../heatmap/heatmap-model';
import { demandLink } from '../demand/demand-model';
import { useNames } from '../use-names';
import type { DrawerProps } from './CoverageDrawer';
import { Drawer } from './Drawer';
import { Question } from './Question';
import { Section } from './Section';
import { Strip, type Stop } from './Strip';

/** A stage: what everybody asks there, what it is to reach, whose it is, and who finds something. */
export const StageDrawer = ({
  coverage,
  filters,
  stage: key,
  onOpen,
  onClose,
}: DrawerProps & { readonly stage: string }) => {
  const text = useText();
  const names = useNames(coverage);
  const stage = coverage.stages.find((one) => one.key === key);
  const entries = coverage.totals.stages[key]?.current ?? 0;
  const viewed = coverage.consumption.stages[key];
  const { stops, without } = stopsAt(coverage, key, names.persona);

  return (
    <Drawer title={names.stage(key)} subtitle={stage && text(JOURNEY_TEXT[stage.journey])} onClose={onClose}>
      {stage && <Question playbook={stage.playbook} />}
      {stage && <Playbook stage={stage} />}
      <Section title={text('drawer.stage.personas')}>
        <Flex tag="p" gap={1} wrap="wrap" paddingTop={1}>
          <Message
            id="drawer.persona.total"
            values={{
              entries,
              link: (chunks) => (
                <TextLink to={inventoryLink({ ...filters, stage: key, age: 'current' })}>{chunks}</TextLink>
              ),
            }}
          />
          {viewed && viewed.views !== null && (
            <>
              {' · '}
              <TextLink to={demandLink(filters, 'views', { stage: key }, viewed.views)}>
                {viewsText(text, viewed)}
              </TextLink>
            </>
          )}
        </Flex>
        <Strip label={text('drawer.stage.personas')} stops={stops} onOpen={onOpen} />
        {without > 0 && (
          <Typography tag="p" textColor="neutral600" paddingTop={2}>
            {text('quiet.personas', { count: without })}
          </Typography>
        )}
      </Section>
    </Drawer>
  );
};

/** Goal, owners and metrics from the playbook, as far as somebody has said. */
const Playbook = ({ stage: { playbook } }: { readonly stage: Stage }) => {
  const text = useText();
  const facts = [
    ['drawer.stage.goal', playbook.goal],
    ['drawer.stage.owners', playbook.owners.join(', ')],
    ['drawer.stage.metrics', playbook.metrics.join(', ')],
  ] as const;
  return facts.map(
    ([title, words]) =>
      words !== '' && (
        <Section key={title} title={text(title)}>
          <Typography tag="p" paddingTop={1} textColor="neutral800">
            {words}
          </Typography>
        </Section>
      )
  );
};

/** Who finds something or should; of those for whom nothing is written at all only how many. */
const stopsAt = (coverage: CoverageBody, stage: string, nameOf: (persona: string) => string) => {
  const { cells, everyone, notSet, sparse } = coverage;
  const unwritten = unwrittenPersonas(cells);
  const judged = cells.filter((cell) => cell.stage === stage && !unwritten.has(cell.persona));
  const forEveryone = everyone.find((one) => one.stage === stage);
  const forNobody = notSet.persona.find((one) => one.stage === stage);
  const stop = (persona: string, facts: Facts, verdict: Verdict | null): Stop => ({
    cell: { persona, stage },
    title: nameOf(persona),
    facts,
    verdict,
  });
  const stops = [
    ...judged.map((cell) => stop(cell.persona, cell, sparse ? null : cell.verdict)),
    ...(forEveryone && forEveryone.current + forEveryone.old > 0 ? [stop(EVERYONE, forEveryone, null)] : []),
    ...(forNobody ? [stop(NOT_SET, forNobody, null)] : []),
  ];
  return { stops, without: unwritten.size };
};
