import { RotateRightOutlined, ZoomInOutlined, ZoomOutOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type PointerEvent, type ReactNode, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { type Box, firstScale, scaleIn, turnedBox, type ViewerScale, zoomed } from './viewer-scale.ts';

interface ViewerPictureProps {
  readonly address: string;
  readonly name: string;
  /** Pixels as displayed, where they are known before it is loaded. */
  readonly size: Box | undefined;
  /** What lies over the picture and takes the pointer; it is not turned meanwhile. */
  readonly layer?: ReactNode;
}

/** One picture with zoom, turning and moving about; all of it only for looking. */
export function ViewerPicture({ address, name, size, layer }: ViewerPictureProps) {
  const room = useRef<HTMLDivElement>(null);
  const [natural, setNatural] = useState(size);
  const [isBroken, setBroken] = useState(false);
  const [wanted, setWanted] = useState<ViewerScale>();
  const [turn, setTurn] = useState(0);
  const degrees = layer === undefined ? turn : 0;
  const roomBox = useBoxOf(room);
  const turned = natural === undefined ? undefined : turnedBox(natural, degrees);
  const scale = wanted ?? (turned === undefined || roomBox === undefined ? 'whole' : firstScale(turned, roomBox));
  const factor = turned === undefined || roomBox === undefined ? 1 : scaleIn(scale, turned, roomBox);
  const keepInMiddle = useSteadyMiddle(room);

  const zoom = (isCloser: boolean) => {
    keepInMiddle();
    setWanted(zoomed(factor, isCloser));
  };
  const fit = (next: ViewerScale) => {
    keepInMiddle();
    setWanted(next);
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!isPlain || isInText(event.target)) return;
    if (event.key === '+' || event.key === '=') zoom(true);
    else if (event.key === '-') zoom(false);
    else if (event.key === '0') fit('whole');
    else if (event.key === '1') fit(1);
    else if (event.key.toLowerCase() === 'w') fit('width');
    else if (event.key.toLowerCase() === 'r') setTurn((before) => (before + 90) % 360);
    else return;
    event.preventDefault();
  });
  const onWheel = useEffectEvent((event: WheelEvent) => {
    const box = room.current;
    if (box === null) return;
    const hasMore = box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1;
    // What does not fit is scrolled by the wheel; with Ctrl, or by two fingers, it zooms.
    if (hasMore && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoom(event.deltaY < 0);
  });
  useEffect(() => {
    const box = room.current;
    const keys = (event: KeyboardEvent) => onKey(event);
    const wheel = (event: WheelEvent) => onWheel(event);
    window.addEventListener('keydown', keys);
    // Not passive: the page itself would be zoomed.
    box?.addEventListener('wheel', wheel, { passive: false });
    return () => {
      window.removeEventListener('keydown', keys);
      box?.removeEventListener('wheel', wheel);
    };
  }, []);
  const pan = usePan(room);

  return (
    <div className="viewer-picture">
      <div className="viewer-tools" role="toolbar" aria-label="看图">
        <Button icon={<ZoomOutOutlined />} aria-label="缩小" onClick={() => zoom(false)} />
        <span className="viewer-percent" role="status">
          {Math.round(factor * 100)}%
        </span>
        <Button icon={<ZoomInOutlined />} aria-label="放大" onClick={() => zoom(true)} />
        <Button aria-pressed={scale === 'whole'} onClick={() => fit('whole')}>
          整张
        </Button>
        <Button aria-pressed={scale === 'width'} onClick={() => fit('width')}>
          适合宽度
        </Button>
        <Button aria-pressed={scale === 1} onClick={() => fit(1)}>
          100%
        </Button>
        <Button
          icon={<RotateRightOutlined />}
          title="只是转过来看，原件和打印都不变"
          disabled={layer !== undefined}
          onClick={() => setTurn((before) => (before + 90) % 360)}
        >
          转一下看
        </Button>
      </div>
      <section ref={room} className="viewer-room" aria-label="图片" {...pan}>
        {isBroken ? (
          <p className="viewer-broken">这张图打不开。原件可能不见了，或者坏了。</p>
        ) : (
          <div
            className="viewer-stage"
            style={turned === undefined ? {} : { width: turned.width * factor, height: turned.height * factor }}
          >
            <img
              src={address}
              alt={name}
              draggable={false}
              className="viewer-image"
              style={
                natural === undefined
                  ? { visibility: 'hidden' }
                  : {
                      width: natural.width * factor,
                      height: natural.height * factor,
                      transform: `translate(-50%, -50%) rotate(${degrees}deg)`,
                    }
              }
              onLoad={({ currentTarget }) =>
                setNatural({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })
              }
              onError={() => setBroken(true)}
            />
            {natural === undefined ? null : layer}
          </div>
        )}
      </section>
    </div>
  );
}

function useBoxOf(element: React.RefObject<HTMLElement | null>): Box | undefined {
  const [box, setBox] = useState<Box>();
  useLayoutEffect(() => {
    const node = element.current;
    if (node === null) return;
    // Without the room a scrollbar takes: with it, fitting would make the bar come and go.
    const measure = () => setBox({ width: node.offsetWidth - scrollbarRoom, height: node.offsetHeight - 2 });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(node);
    return () => observer.disconnect();
  }, [element]);
  return box;
}

const scrollbarRoom = 18;

/** What was in the middle stays there when the size changes. */
function useSteadyMiddle(room: React.RefObject<HTMLElement | null>): () => void {
  const middle = useRef<{ x: number; y: number }>(undefined);
  useLayoutEffect(() => {
    const node = room.current;
    const kept = middle.current;
    middle.current = undefined;
    if (node === null || kept === undefined) return;
    node.scrollLeft = kept.x * node.scrollWidth - node.clientWidth / 2;
    node.scrollTop = kept.y * node.scrollHeight - node.clientHeight / 2;
  });
  return () => {
    const node = room.current;
    if (node === null) return;
    middle.current = {
      x: (node.scrollLeft + node.clientWidth / 2) / node.scrollWidth,
      y: (node.scrollTop + node.clientHeight / 2) / node.scrollHeight,
    };
  };
}

/** The picture follows the pointer while it is pressed. */
function usePan(room: React.RefObject<HTMLElement | null>) {
  const from = useRef<{ x: number; y: number }>(undefined);
  return {
    // It is scrolled by keys.
    tabIndex: 0,
    onPointerDown({ button, clientX, clientY, currentTarget, pointerId, pointerType }: PointerEvent) {
      // A finger scrolls by itself.
      if (button !== 0 || pointerType === 'touch') return;
      from.current = { x: clientX, y: clientY };
      currentTarget.setPointerCapture(pointerId);
    },
    onPointerMove({ clientX, clientY }: PointerEvent) {
      if (from.current === undefined) return;
      room.current?.scrollBy(from.current.x - clientX, from.current.y - clientY);
      from.current = { x: clientX, y: clientY };
    },
    onPointerUp() {
      from.current = undefined;
    },
  };
}

export function isInText(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, textarea, select');
}
