import { VisuallyHidden } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { Persona } from '../../../../server/core/vocabulary';
import { useText } from '../../../components/text';
import { ink } from '../../../components/tint';
import { HANDOFF_STYLE, HandoffIcon } from '../handoff-style';
import { cellBox } from './cell-box';
import { opener, type Scene } from './scene';

/** Whether what is promised before the purchase is met after it: word and icon, and the door to both sides of it. */
export const Purchase = ({ persona, scene }: { readonly persona: Persona; readonly scene: Scene }) => {
  const text = useText();
  const handoff = scene.model.handoff(persona.key);
  if (handoff === undefined) return null;
  const { word, why } = HANDOFF_STYLE[handoff];
  return (
    <Button
      {...opener(scene, { kind: 'handoff', persona: persona.key })}
      title={text(why)}
      $isBroken={handoff === 'broken'}
    >
      <VisuallyHidden>{text('cell.name', { persona: persona.name, stage: text('purchase.title') })}</VisuallyHidden>
      <HandoffIcon handoff={handoff} />
      <span>{text(word)}</span>
    </Button>
  );
};

const Button = styled.button<{ $isBroken: boolean }>`
  ${cellBox}
  gap: 0.3rem;
  background: none;
  color: ${({ $isBroken, theme }) => ($isBroken ? ink('danger700')({ theme }) : theme.colors.neutral700)};
  font-weight: ${({ $isBroken }) => ($isBroken ? 600 : 400)};
`;
