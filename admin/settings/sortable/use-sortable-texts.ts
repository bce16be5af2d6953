import type { DndContextProps } from '@dnd-kit/core';
import { useText } from '../../components/text';

/** What a screen reader hears while a row is moved. */
export const useSortableTexts = (
  items: readonly { readonly key: string; readonly name: string }[]
): NonNullable<DndContextProps['accessibility']> => {
  const text = useText();
  const name = (key: string | number) => items.find((item) => item.key === key)?.name ?? String(key);
  const place = (key: string | number) => items.findIndex((item) => item.key === key) + 1;
  const at = (active: string | number, over: string | number) => ({
    name: name(active),
    place: place(over),
    count: items.length,
  });
  return {
    container: document.body,
    screenReaderInstructions: { draggable: text('sort.instructions') },
    announcements: {
      onDragStart: ({ active }) => text('sort.lifted', at(active.id, active.id)),
      onDragOver: ({ active, over }) => (over ? text('sort.moved', at(active.id, over.id)) : undefined),
      onDragEnd: ({ active, over }) => (over ? text('sort.dropped', at(active.id, over.id)) : undefined),
      onDragCancel: ({ active }) => text('sort.cancelled', { name: name(active.id) }),
    },
  };
};
