import { Box, Divider, Flex, LinkButton } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import type { CoverageBody } from '../../../../server/core/api';
import { EVERYONE, NOT_SET } from '../../../../server/core/vocabulary';
import { inventoryLink } from '../../../components/entry-links';
import { useText } from '../../../components/text';
import { TextLink } from '../../../components/TextLink';
import type { CellRef, CoverageFilters } from '../coverage-url';
import { StartDraft } from '../StartDraft';
import { VERDICT_STYLE } from '../verdict-style';
import { CellEntries } from './CellEntries';
import { CellSettings } from './CellSettings';
import { CellVerdict } from './CellVerdict';
import { Drawer } from './Drawer';
import { GapAdvice } from './GapAdvice';

interface Props {
  readonly coverage: CoverageBody;
  readonly filters: CoverageFilters;
  readonly cell: CellRef;
  readonly onClose: () => void;
}

/** All about one cell: its entries, and for a hole why it is one and what fills it. */
export const CellDrawer = ({ coverage, filters, cell: { persona, stage }, onClose }: Props) => {
  const text = useText();
  const cell = coverage.cells.find((candidate) => candidate.persona === persona && candidate.stage === stage);
  const stageName =
    stage === NOT_SET ? text('stage.notSet') : (coverage.stages.find(({ key }) => key === stage)?.name ?? stage);
  const personas = [
    ...coverage.personas,
    { key: EVERYONE, name: text('persona.everyone') },
    { key: NOT_SET, name: text('persona.notSet') },
  ];
  const personaName = personas.find(({ key }) => key === persona)?.name ?? persona;
  const name = text('cell.name', { persona: personaName, stage: stageName });
  const present = filters.audit === undefined;

  return (
    <Drawer title={name} subtitle={cell && <CellVerdict cell={cell} sparse={coverage.sparse} />} onClose={onClose}>
      {present && persona !== NOT_SET && stage !== NOT_SET && (
        <Flex gap={2} wrap="wrap" paddingBottom={5}>
          <StartDraft
            cell={{ persona, stage }}
            name={name}
            contentType={filters.contentType}
            locale={filters.locale}
            variant={cell && !VERDICT_STYLE[cell.verdict].callsForAction ? 'tertiary' : 'default'}
          />
          <LinkButton
            tag={Link}
            to={inventoryLink({ placement: 'to-place', counted: 'all' })}
            variant="tertiary"
            size="S"
          >
            {text('drawer.placeEntries')}
          </LinkButton>
        </Flex>
      )}
      {cell && <GapAdvice cell={cell} coverage={coverage} filters={filters} />}
      <CellEntries filters={filters} persona={persona} stage={stage} />
      {cell && cell.everyone > 0 && (
        <Box paddingTop={3}>
          <TextLink to={inventoryLink({ ...filters, persona: EVERYONE, stage, age: 'current' })}>
            {text('drawer.everyone', { count: cell.everyone })}
          </TextLink>
        </Box>
      )}
      {cell && present && (
        <Box paddingTop={5}>
          <Divider />
          <CellSettings cell={cell} key={`${persona}/${stage}`} />
        </Box>
      )}
    </Drawer>
  );
};
