import { useEffect, useId, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { Box, Flex, IconButton, Typography } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { styled } from 'styled-components';
import { useText } from '../../../components/text';
import { schemeOf } from '../../../components/tint';
import { useEscape } from './use-escape';

interface Props {
  readonly title: string;
  readonly subtitle: ReactNode;
  /** Holds two lists side by side. */
  readonly isWide?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * A panel over the page's right side. Not modal: the matrix beside it stays readable and clickable.
 * It takes the focus when it opens or shows another cell; Esc closes it, and whoever opened it gets the focus back.
 */
export const Drawer = ({ title, subtitle, isWide = false, onClose, children }: Props) => {
  const text = useText();
  const titleId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const panel = useRef<HTMLDivElement>(null);

  useEffect(() => heading.current?.focus({ preventScroll: true }), [title]);
  useEscape(panel, onClose);

  return createPortal(
    <Panel role="dialog" aria-labelledby={titleId} ref={panel} $isWide={isWide}>
      <Flex justifyContent="space-between" alignItems="flex-start" gap={2} padding={6} paddingBottom={3}>
        <Box>
          <Title id={titleId} ref={heading} tabIndex={-1}>
            {title}
          </Title>
          <Typography textColor="neutral600" tag="div">
            {subtitle}
          </Typography>
        </Box>
        <IconButton variant="ghost" label={text('drawer.close')} onClick={onClose}>
          <Cross />
        </IconButton>
      </Flex>
      <Box padding={6} paddingTop={0}>
        {children}
      </Box>
    </Panel>,
    document.body
  );
};

const Panel = styled.div<{ $isWide: boolean }>`
  /* It hangs outside of our pages, which say so for themselves. */
  color-scheme: ${schemeOf};
  position: fixed;
  inset: 0 0 0 auto;
  z-index: ${({ theme }) => theme.zIndices.navigation + 1};
  width: ${({ $isWide }) => ($isWide ? 'min(60rem, 100vw)' : 'min(42rem, 100vw)')};
  overflow-y: auto;
  font-size: 1.4rem;
  line-height: 2rem;
  background: ${({ theme }) => theme.colors.neutral0};
  border-left: 1px solid ${({ theme }) => theme.colors.neutral150};
  box-shadow: ${({ theme }) => theme.shadows.popupShadow};
`;

const Title = styled.h2`
  font-size: 1.8rem;
  font-weight: 600;
  line-height: 2.4rem;
  color: ${({ theme }) => theme.colors.neutral800};
  outline: none;
`;
