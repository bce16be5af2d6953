import type { ReactNode } from 'react';
import { closestCenter, DndContext, KeyboardSensor, PointerSensor, useSensor, useSensors } from '@dnd-kit/core';
import {
  arrayMove,
  SortableContext,
  sortableKeyboardCoordinates,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { useSortableTexts } from './use-sortable-texts';

interface Props {
  readonly items: readonly { readonly key: string; readonly name: string }[];
  readonly onOrder: (keys: readonly string[]) => void;
  readonly children: ReactNode;
}

/** Rows that change their order by pointer and by keyboard: space lifts, arrows move, space drops. */
export const SortableRows = ({ items, onOrder, children }: Props) => {
  const sensors = useSensors(
    useSensor(PointerSensor),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates })
  );
  const keys = items.map(({ key }) => key);
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={useSortableTexts(items)}
      onDragEnd={({ active, over }) => {
        if (!over || active.id === over.id) return;
        onOrder(arrayMove(keys, keys.indexOf(String(active.id)), keys.indexOf(String(over.id))));
      }}
    >
      <SortableContext items={keys} strategy={verticalListSortingStrategy}>
        {children}
      </SortableContext>
    </DndContext>
  );
};
