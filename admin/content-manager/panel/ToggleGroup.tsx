import { useId, type ReactNode } from 'react';
import { Flex, Typography } from '@strapi/design-system';

interface Props {
  readonly label: string;
  /** A question heads the group; the journeys inside one are quieter. */
  readonly level: 'question' | 'journey';
  readonly children: ReactNode;
}

/** Toggles under the words that name them. */
export const ToggleGroup = ({ label, level, children }: Props) => {
  const id = useId();
  const isQuestion = level === 'question';
  return (
    <Flex role="group" aria-labelledby={id} direction="column" alignItems="stretch" gap={2} width="100%">
      <Typography
        id={id}
        variant="pi"
        fontWeight={isQuestion ? 'bold' : 'regular'}
        textColor={isQuestion ? 'neutral800' : 'neutral600'}
      >
        {label}
      </Typography>
      {children}
    </Flex>
  );
};
