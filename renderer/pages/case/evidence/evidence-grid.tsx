import './evidence-grid.css';
import './evidence-list.css';
import { DndContext, DragOverlay } from '@dnd-kit/core';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import {
  type MouseEvent,
  type Ref,
  useCallback,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { CardPlace } from './card-place.tsx';
import { type CardDesk, EvidenceCard } from './evidence-card.tsx';
import { type EvidenceEntry, type EvidenceGroup, entryName } from './evidence-entries.ts';
import { troubleOfEntry } from './file-standing.ts';
import { estimatedHeight, gridRows, rowKey } from './grid-rows.ts';
import { EmptyGroup, GroupHead } from './group-head.tsx';
import { Thumbnail } from './thumbnail.tsx';
import { useCardDrag } from './use-card-drag.ts';
import { useCardKeys } from './use-card-keys.ts';
import { useColumns } from './use-columns.ts';
import type { Selection } from './use-selection.ts';
import type { StoredFiles } from './use-stored-files.ts';

/** What the screen around may ask of the grid. */
export interface GridHandle {
  /** Brings a card into sight and the focus onto it, or onto its title. */
  focus(key: string, part?: CardPart): void;
}

interface EvidenceGridProps {
  readonly ref: Ref<GridHandle>;
  /** In the order of their numbers. */
  readonly entries: readonly EvidenceEntry[];
  readonly files: StoredFiles;
  /** Where an item is cited, in a few words; by id. */
  readonly cited: ReadonlyMap<string, string>;
  readonly isList: boolean;
  /** Groups without entries are shown with what belongs into them. */
  readonly showsEmpty: boolean;
  readonly currentKey: string | undefined;
  readonly selection: Selection;
  readonly desk: CardDesk;
  readonly onCurrent: (key: string) => void;
  readonly onChoose: (group: EvidenceGroup) => void;
}

type CardPart = keyof typeof parts;
const parts = { main: '[data-main]', title: '.evidence-card-title', grip: '[data-grip]' } as const;
/** Frames until a line that was far away is drawn. */
const mostTries = 20;
/** Lines above and below the visible ones, so that the Tab key and dragging find something there. */
const linesAhead = 3;
/** Of the head of the workbench, which stays in sight. */
const headHeight = 72;

/** All items by group, in the order in which they are numbered. Only the lines in sight exist. */
export function EvidenceGrid(props: EvidenceGridProps) {
  const { ref, entries, files, cited, isList, showsEmpty, currentKey, selection, desk, onCurrent, onChoose } = props;
  const list = useRef<HTMLDivElement>(null);
  const columns = useColumns(list, isList);
  const { lifted, shown, say, keys } = useCardKeys({ entries, columns, selection, desk, focus });
  const rows = useMemo(() => gridRows(shown, columns, showsEmpty), [shown, columns, showsEmpty]);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const node = list.current;
    if (node !== null) setTop(node.getBoundingClientRect().top + window.scrollY);
  });
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: (index) => estimatedHeight(rows[index], isList),
    getItemKey: (index) => rowKey(rows[index]),
    overscan: linesAhead,
    scrollMargin: top,
    scrollPaddingStart: headHeight,
  });

  const wanted = useRef<{ readonly key: string; readonly part: CardPart }>(undefined);
  function reach(): boolean {
    const card = list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(wanted.current?.key ?? '')}"]`);
    const target = card?.querySelector<HTMLElement>(parts[wanted.current?.part ?? 'main']);
    if (target == null) return false;
    target.focus({ preventScroll: true });
    card?.scrollIntoView({ block: 'nearest' });
    return true;
  }
  function focus(key: string, part: CardPart = 'main'): void {
    wanted.current = { key, part };
    const line = rows.findIndex((row) => row.kind === 'cards' && row.entries.some((entry) => entry.key === key));
    const isDrawn = virtual.getVirtualItems().some(({ index }) => index === line);
    if (!isDrawn && line !== -1) virtual.scrollToIndex(line, { align: 'center' });
    let tries = 0;
    const attempt = () => {
      tries += 1;
      if (reach() || tries > mostTries) wanted.current = undefined;
      else requestAnimationFrame(attempt);
    };
    requestAnimationFrame(attempt);
  }
  // A card that changes its place loses the focus on the way; it has it back before the next key is pressed.
  useLayoutEffect(() => {
    if (wanted.current !== undefined) reach();
  });
  useImperativeHandle(ref, () => ({ focus }));

  const press = useCallback(
    (key: string, event: MouseEvent) => {
      const isOnControl =
        event.target instanceof Element && event.target.closest('button, textarea, select, input') !== null;
      if (isOnControl) return;
      if (event.shiftKey) selection.extend(key);
      else if (event.ctrlKey || event.metaKey) selection.toggle(key);
      else desk.showDetails(key);
    },
    [selection, desk],
  );

  const drag = useCardDrag(entries, selection, desk, isList);
  const stop = entries.some(({ key }) => key === currentKey) ? currentKey : entries[0]?.key;
  return (
    <DndContext
      sensors={drag.sensors}
      collisionDetection={drag.detect}
      onDragStart={drag.onStart}
      onDragMove={drag.onMove}
      onDragEnd={drag.onEnd}
      onDragCancel={drag.onCancel}
    >
      <p id="evidence-grip-help" className="only-for-readers">
        按空格拿起，用方向键移动，再按空格放下，按 Esc 取消。
      </p>
      <p className="only-for-readers" role="status" aria-live="assertive">
        {say}
      </p>
      <section
        ref={list}
        aria-label="证据清单"
        className={isList ? 'evidence-grid evidence-grid-list' : 'evidence-grid'}
        style={{ height: virtual.getTotalSize() }}
        {...keys}
      >
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <div
              key={key}
              data-index={index}
              ref={virtual.measureElement}
              className={`evidence-line evidence-line-${row.kind}`}
              style={{
                top: start - virtual.options.scrollMargin,
                gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
              }}
            >
              {row.kind === 'group' ? (
                <GroupHead row={row} isTarget={drag.groupUnder === row.group} onChoose={onChoose} />
              ) : null}
              {row.kind === 'empty' ? <EmptyGroup group={row.group} /> : null}
              {row.kind === 'cards'
                ? row.entries.map((entry) => {
                    const file = files.byPath.get(entry.files[0]?.path ?? '');
                    const isSelected = selection.keys.has(entry.key);
                    const isLifted = lifted === entry.key;
                    return (
                      <CardPlace
                        key={entry.key}
                        cardKey={entry.key}
                        label={entryName(entry)}
                        place={entry.number}
                        count={entries.length}
                        isCurrent={entry.key === currentKey}
                        isSelected={isSelected}
                        isLifted={isLifted}
                        side={drag.keyUnder === entry.key ? drag.side : undefined}
                        onCurrent={onCurrent}
                        onPress={press}
                      >
                        <EvidenceCard
                          entry={entry}
                          file={file}
                          isKnown={files.isKnown}
                          mark={troubleOfEntry(entry, files)?.mark}
                          cited={cited.get(entry.id) ?? ''}
                          isList={isList}
                          isCurrent={entry.key === stop}
                          isSelected={isSelected}
                          isLifted={isLifted}
                          desk={desk}
                        />
                      </CardPlace>
                    );
                  })
                : null}
            </div>
          );
        })}
      </section>
      <DragOverlay dropAnimation={null}>
        {drag.taken === undefined ? null : (
          <div className="evidence-overlay">
            <Thumbnail file={files.byPath.get(drag.taken.files[0]?.path ?? '')} isKnown />
            <strong>{drag.count > 1 ? `${drag.count} 份证据` : `证据${drag.taken.number}`}</strong>
          </div>
        )}
      </DragOverlay>
    </DndContext>
  );
}
