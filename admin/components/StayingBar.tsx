import { Box } from '@strapi/design-system';
import { styled } from 'styled-components';

/** What a long page ends with: its button stays in sight, however much stands above it. */
export const StayingBar = styled(Box)`
  position: sticky;
  bottom: 0;
  z-index: 1;
  padding: 1.2rem 0;
  background: ${({ theme }) => theme.colors.neutral100};
`;
