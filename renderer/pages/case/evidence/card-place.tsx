import { useDraggable, useDroppable } from '@dnd-kit/core';
import type { MouseEvent, PointerEvent, ReactNode } from 'react';

interface CardPlaceProps {
  readonly cardKey: string;
  readonly label: string;
  readonly place: number;
  /** All there are; only some of them are drawn. */
  readonly count: number;
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
  readonly isLifted: boolean;
  /** Where what is dragged over it would come to stand. */
  readonly side: 'before' | 'behind' | undefined;
  readonly onCurrent: (key: string) => void;
  readonly onPress: (key: string, event: MouseEvent) => void;
  readonly children: ReactNode;
}

/** Where a card stands: it is taken from here, and others are put before or behind it. What is on it is not drawn again. */
export function CardPlace({ cardKey, label, place, count, children, onCurrent, onPress, ...state }: CardPlaceProps) {
  const drag = useDraggable({ id: cardKey });
  const drop = useDroppable({ id: cardKey });
  // Presses beside what is on the card, all of which can be reached by keys as well.
  const presses = {
    onFocus: () => onCurrent(cardKey),
    onClick: (event: MouseEvent) => onPress(cardKey, event),
    onPointerDown: (event: PointerEvent) => {
      if (isTaken(event.target)) drag.listeners?.onPointerDown?.(event);
    },
  };
  return (
    <article
      ref={(node) => {
        drag.setNodeRef(node);
        drop.setNodeRef(node);
      }}
      className={[
        'evidence-card',
        state.isCurrent ? 'evidence-card-current' : '',
        state.isSelected ? 'evidence-card-selected' : '',
        state.isLifted ? 'evidence-card-lifted' : '',
        state.side === undefined ? '' : `evidence-card-${state.side}`,
        drag.isDragging ? 'evidence-card-dragged' : '',
      ]
        .filter(Boolean)
        .join(' ')}
      data-key={cardKey}
      aria-label={label}
      aria-posinset={place}
      aria-setsize={count}
      {...presses}
    >
      {children}
    </article>
  );
}

/** One takes a card by its picture, its head and its empty parts; in a text one marks letters. */
function isTaken(target: EventTarget): boolean {
  return target instanceof Element && target.closest('textarea, select, input') === null;
}
