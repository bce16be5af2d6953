import type { ReactNode } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import { Information, WarningCircle } from '@strapi/icons';

type NoticeKind = 'information' | 'warning' | 'danger';

interface Props {
  readonly kind: NoticeKind;
  readonly title: string;
  readonly children: ReactNode;
}

const KIND_STYLE = {
  information: { color: 'primary', Icon: Information },
  warning: { color: 'warning', Icon: WarningCircle },
  danger: { color: 'danger', Icon: WarningCircle },
} as const satisfies Record<NoticeKind, { color: string; Icon: unknown }>;

/** A lasting remark above a page's content; Strapi's Alert is made for passing ones and always has a cross. */
export const Notice = ({ kind, title, children }: Props) => {
  const { color, Icon } = KIND_STYLE[kind];
  return (
    <Box role="status" background={`${color}100`} borderColor={`${color}200`} hasRadius padding={4} marginBottom={4}>
      <Flex gap={3} alignItems="flex-start">
        <Icon fill={`${color}700`} aria-hidden style={{ flexShrink: 0 }} />
        <Typography textColor="neutral800">
          <strong>{title}</strong> {children}
        </Typography>
      </Flex>
    </Box>
  );
};
