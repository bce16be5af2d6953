import type { ReactNode } from 'react';
import { Box, Typography } from '@strapi/design-system';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
}

/** A part of a drawer under its small heading. */
export const Section = ({ title, children }: Props) => (
  <Box tag="section" aria-label={title} paddingBottom={5}>
    <Typography tag="h3" variant="sigma" textColor="neutral600">
      {title}
    </Typography>
    {children}
  </Box>
);
