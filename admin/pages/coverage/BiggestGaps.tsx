import { useState } from 'react';
import { Box, Button, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { CoverageBody } from '../../../server/core/api';
import { Card } from '../../components/Card';
import { useText } from '../../components/text';
import type { CellRef, CoverageFilters } from './coverage-url';
import { GapItem } from './GapItem';

interface Props {
  readonly coverage: CoverageBody;
  readonly filters: CoverageFilters;
  readonly onOpen: (cell: CellRef) => void;
}

const FIRST = 5;

/** The gaps as sentences, the one that matters most first, each with what to do about it. */
export const BiggestGaps = ({ coverage, filters, onOpen }: Props) => {
  const text = useText();
  const [all, setAll] = useState(false);
  const { gaps, personas } = coverage;
  const shown = all ? gaps : gaps.slice(0, FIRST);
  return (
    <Card title={text('gaps.title')}>
      {gaps.length === 0 && (
        <Typography textColor="neutral600">{text(personas.length === 0 ? 'gaps.noPersonas' : 'gaps.none')}</Typography>
      )}
      <List>
        {shown.map((gap) => (
          <GapItem
            key={`${gap.persona}/${gap.stage}`}
            gap={gap}
            coverage={coverage}
            filters={filters}
            onOpen={onOpen}
          />
        ))}
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
