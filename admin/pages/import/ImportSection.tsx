import { useId, type ReactNode } from 'react';
import { Box, Typography } from '@strapi/design-system';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
}

/** A titled list below the steps of an import. */
export const ImportSection = ({ title, children }: Props) => {
  const id = useId();
  return (
    <Box tag="section" aria-labelledby={id} paddingTop={8}>
      <Box paddingBottom={4}>
        <Typography id={id} tag="h2" variant="beta">
          {title}
        </Typography>
      </Box>
      {children}
    </Box>
  );
};
