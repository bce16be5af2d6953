import { useState } from 'react';
import { Box, Button, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { CoverageBody } from '../../../server/core/api';
import { Card } from '../../components/Card';
import { useText } from '../../components/text';
import type { CoverageFilters } from './coverage-url';
import { useDraftTypes } from './draft-types';
import { GapItem } from './GapItem';
import { gapList } from './gap-list';
import { NoDraft } from './NoDraft';
import type { Selection } from './selection';
import { UnwrittenItem } from './UnwrittenItem';

interface Props {
  readonly coverage: CoverageBody;
  readonly filters: CoverageFilters;
  readonly onOpen: (selection: Selection) => void;
}

const FIRST = 5;

/** The gaps as sentences, the one that matters most first, each with what to do about it. */
export const BiggestGaps = ({ coverage, filters, onOpen }: Props) => {
  const text = useText();
  const [all, setAll] = useState(false);
  const mayNotDraft = useDraftTypes(filters.contentType).length === 0;
  const { personas } = coverage;
  const gaps = gapList(coverage);
  const shown = all ? gaps : gaps.slice(0, FIRST);
  return (
    <Card title={text('gaps.title')}>
      {gaps.length === 0 && (
        <Typography textColor="neutral600">{text(personas.length === 0 ? 'gaps.noPersonas' : 'gaps.none')}</Typography>
      )}
      {gaps.length > 0 && mayNotDraft && filters.audit === undefined && <NoDraft />}
      <List>
        {shown.map((item) =>
          item.kind === 'cell' ? (
            <GapItem
              key={`${item.gap.persona}/${item.gap.stage}`}
              gap={item.gap}
              coverage={coverage}
              filters={filters}
              onOpen={onOpen}
            />
          ) : (
            <UnwrittenItem
              key={item.persona.key}
              persona={item.persona}
              first={item.first}
              coverage={coverage}
              filters={filters}
              onOpen={onOpen}
            />
          )
        )}
      </List>
      {gaps.length > FIRST && (
        <Box paddingTop={2}>
          <Button variant="ghost" size="S" onClick={() => setAll(!all)}>
            {all ? text('gaps.fewer') : text('gaps.all', { count: gaps.length })}
          </Button>
        </Box>
      )}
    </Card>
  );
};

const List = styled.ol`
  display: grid;
`;
