import type { ReactNode } from 'react';
import { Button, EmptyStateLayout, Flex } from '@strapi/design-system';
import { ArrowClockwise, WarningCircle } from '@strapi/icons';
import { Page } from '@strapi/strapi/admin';
import { isForbidden } from '../api/failure';
import { useText } from './text';
import { useReason } from './use-reason';

interface Props {
  readonly error: unknown;
  readonly onRetry: () => void;
  /** Another way out. */
  readonly children?: ReactNode;
}

/** A request failed: forbidden looks as everywhere in Strapi, the rest says the server's sentence and offers another try. */
export const FailureState = ({ error, onRetry, children }: Props) => {
  const text = useText();
  const reasonOf = useReason();
  if (isForbidden(error)) return <Page.NoPermissions />;
  return (
    <div role="alert">
      <EmptyStateLayout
        icon={<WarningCircle width="4.8rem" height="4.8rem" fill="danger600" />}
        content={reasonOf(error)}
        action={
          <Flex gap={4} fontSize={2}>
            <Button variant="secondary" startIcon={<ArrowClockwise />} onClick={onRetry}>
              {text('failure.retry')}
            </Button>
            {children}
          </Flex>
        }
      />
    </div>
  );
};
