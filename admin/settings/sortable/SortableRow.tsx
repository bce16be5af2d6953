import type { ReactNode } from 'react';
import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { Drag } from '@strapi/icons';
import { styled } from 'styled-components';
import { useText } from '../../components/text';

interface Props {
  readonly id: string;
  readonly name: string;
  readonly children: ReactNode;
}

/** A table row with the handle that moves it. */
export const SortableRow = ({ id, name, children }: Props) => {
  const text = useText();
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id,
  });
  return (
    <Row
      ref={setNodeRef}
      $isDragging={isDragging}
      style={{ transform: CSS.Translate.toString(transform), transition: transition ?? undefined }}
    >
      <td>
        <Handle
          type="button"
          ref={setActivatorNodeRef}
          {...attributes}
          {...listeners}
          aria-label={text('sort.handle', { name })}
        >
          <Drag aria-hidden />
        </Handle>
      </td>
      {children}
    </Row>
  );
};

const Row = styled.tr<{ readonly $isDragging: boolean }>`
  position: relative;
  z-index: ${({ $isDragging }) => ($isDragging ? 1 : 'auto')};
  background: ${({ $isDragging, theme }) => ($isDragging ? theme.colors.neutral100 : theme.colors.neutral0)};
`;

const Handle = styled.button`
  display: inline-flex;
  padding: 0.8rem;
  border: 0;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: none;
  color: ${({ theme }) => theme.colors.neutral600};
  cursor: grab;
  touch-action: none;

  svg path {
    fill: currentColor;
  }

  &:hover {
    background: ${({ theme }) => theme.colors.neutral150};
  }

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
  }
`;
