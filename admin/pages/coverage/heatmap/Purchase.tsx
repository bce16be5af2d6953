import { Flex, Typography } from '@strapi/design-system';
import type { Handoff } from '../../../../server/core/api';
import { useText, type TextKey } from '../../../components/text';

const HANDOFF_STYLE = {
  kept: { word: 'handoff.kept', why: 'handoff.kept.why', color: 'neutral700', path: 'M1 6h9M7 3l3 3-3 3' },
  broken: {
    word: 'handoff.broken',
    why: 'handoff.broken.why',
    color: 'danger700',
    path: 'M1 6h6M5 3.5 7.5 6 5 8.5M10.5 2v8',
  },
  'not-started': {
    word: 'handoff.notStarted',
    why: 'handoff.notStarted.why',
    color: 'neutral600',
    path: 'M2 6h1M5.5 6h1M9 6h1',
  },
} as const satisfies Record<Handoff, { word: TextKey; why: TextKey; color: string; path: string }>;

/** Whether what is promised before the purchase is met after it: word and icon, the reason as tooltip. */
export const Purchase = ({ handoff }: { readonly handoff: Handoff }) => {
  const text = useText();
  const { word, why, color, path } = HANDOFF_STYLE[handoff];
  return (
    <Typography variant="pi" textColor={color} fontWeight={handoff === 'broken' ? 'bold' : 'regular'} title={text(why)}>
      <Flex tag="span" direction="column" justifyContent="center">
        <svg
          width="1.2em"
          height="1.2em"
          viewBox="0 0 12 12"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          aria-hidden
        >
          <path d={path} />
        </svg>
        {text(word)}
      </Flex>
    </Typography>
  );
};
