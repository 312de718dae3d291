import type { Announcements } from '@dnd-kit/core';

/** What a reader hears while a row is moved by keys. */
export function dragWords(noun: string): {
  announcements: Announcements;
  screenReaderInstructions: { draggable: string };
} {
  const place = (sortable: unknown) => {
    const index = isSortable(sortable) ? sortable.sortable.index : undefined;
    return index === undefined ? '' : `第${index + 1}个位置`;
  };
  return {
    announcements: {
      onDragStart: ({ active }) => `拿起了${place(active.data.current)}的${noun}`,
      onDragOver: ({ over }) => (over === null ? undefined : `现在在${place(over.data.current)}`),
      onDragEnd: ({ over }) => (over === null ? '放回了原处' : `放到了${place(over.data.current)}`),
      onDragCancel: () => '没有移动',
    },
    screenReaderInstructions: { draggable: '按空格拿起，用上下方向键移动，再按空格放下，按 Esc 取消。' },
  };
}

function isSortable(data: unknown): data is { sortable: { index: number } } {
  return typeof data === 'object' && data !== null && 'sortable' in data;
}
