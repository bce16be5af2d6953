import type { ReactNode } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { TextLink } from './TextLink';

interface Props {
  readonly to: string;
  readonly title: string;
  /** What stands below. */
  readonly children: ReactNode;
}

/** The first cell of a list's row: a title that leads to its page, however long and unbroken it may be. */
export const TitleLink = ({ to, title, children }: Props) => (
  <Flex
    direction="column"
    alignItems="flex-start"
    maxWidth="30rem"
    minWidth="18rem"
    style={{ overflowWrap: 'anywhere' }}
  >
    <Typography>
      <TextLink to={to}>{title}</TextLink>
    </Typography>
    {children}
  </Flex>
);
