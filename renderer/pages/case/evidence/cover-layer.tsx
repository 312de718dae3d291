import './cover-layer.css';
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { secretKindWords } from '../../../../electron/contract/case/words.ts';
import { type BoxShape, boxBetween, movedBox, type PlacedBox, resizedBox } from './cover-boxes.ts';
import type { CoverBoxes } from './use-cover-boxes.ts';

interface CoverLayerProps {
  /** From 1. */
  readonly page: number;
  readonly covers: CoverBoxes;
  /** As they will print: black. Otherwise what lies under them can be seen. */
  readonly isBlack: boolean;
}

interface Gesture {
  readonly kind: 'draw' | 'move' | 'resize';
  /** Undefined for a new one. */
  readonly box: PlacedBox | undefined;
  readonly from: { readonly x: number; readonly y: number };
  readonly shape: BoxShape | undefined;
}

/** Lies over one page: boxes are drawn, moved and made larger with the pointer, and all but the first with keys, too. */
export function CoverLayer({ page, covers, isBlack }: CoverLayerProps) {
  const layer = useRef<HTMLDivElement>(null);
  const [gesture, setGesture] = useState<Gesture>();
  const placeOf = ({ clientX, clientY }: PointerEvent) => {
    const { left, top, width, height } = layer.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
    return { x: (clientX - left) / width, y: (clientY - top) / height };
  };
  const begin = (event: PointerEvent, kind: Gesture['kind'], box?: PlacedBox) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    layer.current?.setPointerCapture(event.pointerId);
    setGesture({ kind, box, from: placeOf(event), shape: box });
  };
  const follow = (event: PointerEvent) => {
    if (gesture === undefined) return;
    const shape = shapeOf(gesture, placeOf(event));
    setGesture({ ...gesture, shape });
  };
  const end = () => {
    setGesture(undefined);
    if (gesture?.shape === undefined) return;
    const { box, shape } = gesture;
    if (box === undefined) covers.add([{ ...shape, page }]);
    else if (box !== shape) covers.reshape(box, shape);
  };
  const shown = covers.boxes.filter((box) => box.page === page);
  return (
    <div
      ref={layer}
      // Where the focus goes when a box is removed.
      tabIndex={-1}
      className={isBlack ? 'cover-layer cover-layer-black' : 'cover-layer'}
      onPointerDown={(event) => begin(event, 'draw')}
      onPointerMove={follow}
      onPointerUp={end}
      onPointerCancel={() => setGesture(undefined)}
    >
      {shown.map((box) => (
        <button
          key={box.index}
          type="button"
          className="cover-box"
          data-cover={box.index}
          aria-label={`${boxName(box)}。方向键移动，Shift+方向键改大小，Delete 移除`}
          style={placed(gesture?.box?.index === box.index && gesture.shape !== undefined ? gesture.shape : box)}
          onPointerDown={(event) => begin(event, 'move', box)}
          onKeyDown={(event) => onBoxKey(event, box, covers)}
        >
          <span className="cover-corner" onPointerDown={(event) => begin(event, 'resize', box)} />
        </button>
      ))}
      {gesture?.kind === 'draw' && gesture.shape !== undefined ? (
        <div className="cover-box cover-box-new" style={placed(gesture.shape)} />
      ) : null}
    </div>
  );
}

export function boxName({ page, kind = 'other', index }: PlacedBox): string {
  return `第${index + 1}个遮盖框，第${page}页，${secretKindWords[kind]}`;
}

function shapeOf({ kind, from, box }: Gesture, to: Gesture['from']): BoxShape | undefined {
  if (box === undefined) return boxBetween(from, to);
  const by = { x: to.x - from.x, y: to.y - from.y };
  return kind === 'move' ? movedBox(box, by) : resizedBox(box, by);
}

function placed({ x, y, width, height }: BoxShape) {
  return { left: `${x * 100}%`, top: `${y * 100}%`, width: `${width * 100}%`, height: `${height * 100}%` };
}

/** Shares of a page for one key. */
const step = 0.005;
const arrows: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowLeft: { x: -step, y: 0 },
  ArrowRight: { x: step, y: 0 },
  ArrowUp: { x: 0, y: -step },
  ArrowDown: { x: 0, y: step },
};

function onBoxKey(event: KeyboardEvent<HTMLElement>, box: PlacedBox, covers: CoverBoxes): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const by = arrows[event.key];
  if (by !== undefined) covers.reshape(box, event.shiftKey ? resizedBox(box, by) : movedBox(box, by));
  else if (event.key === 'Delete' || event.key === 'Backspace') {
    event.currentTarget.parentElement?.focus();
    covers.remove(box);
  } else return;
  // The viewer's own arrows lead to the next file.
  event.preventDefault();
  event.stopPropagation();
}
