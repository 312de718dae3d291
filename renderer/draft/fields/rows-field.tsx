import './rows-field.css';
import { PlusOutlined } from '@ant-design/icons';
import { closestCenter, DndContext, KeyboardSensor, PointerSensor, useSensor, useSensors } from '@dnd-kit/core';
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { Button } from 'antd';
import { useMemo, useRef, useState } from 'react';
import type { Json } from '../../../electron/contract/rpc/case-procedures.ts';
import { useDraftSession, useDraftValue } from '../draft-context.tsx';
import { isList } from '../draft-values.ts';
import { FieldFindings } from '../field-findings.tsx';
import { pathText } from '../path-text.ts';
import { useRowKeys } from '../row-keys.ts';
import { mayChangePlaces } from '../row-order.ts';
import { useSteadyOrder } from '../use-steady-order.ts';
import { dragWords } from './drag-words.ts';
import type { FieldProps } from './field-props.ts';
import { RowCard } from './row-card.tsx';

const none: readonly Json[] = [];
/** Made once: with new ones every row would be drawn again at each keystroke. */
const byPointer = { activationConstraint: { distance: 6 } };
const byKeys = { coordinateGetter: sortableKeyboardCoordinates };
/** Few rows stand open; many are folded up, so that one sees them all. */
const mostOpenAtFirst = 2;

/** A list of rows: added, taken away, moved by mouse, by buttons or by keys. */
export function RowsField({ spec, path }: FieldProps<'rows'>) {
  const session = useDraftSession();
  const value = useDraftValue(path);
  const rows = isList(value) ? value : none;
  const keys = useRowKeys(rows);
  const place = pathText(path);
  const list = useRef<HTMLDivElement>(null);
  const isSorted = spec.isSortedByTime === true;
  const { order, hold, release } = useSteadyOrder(rows, keys, isSorted);
  // The same list while the order is the same: every row would be drawn again with a new one.
  const orderText = order.map((index) => keys[index]).join(' ');
  const items = useMemo(() => orderText.split(' ').map(Number), [orderText]);
  const [added, setAdded] = useState<number>();
  const sensors = useSensors(useSensor(PointerSensor, byPointer), useSensor(KeyboardSensor, byKeys));

  const add = () => {
    session.change(`添加${spec.noun}`, [
      { kind: 'insert', path, index: rows.length, value: spec.blank(session.state().draft) },
    ]);
    setAdded(rows.length);
  };
  const move = (from: number, to: number, rowKey: number) => {
    release();
    session.change(`移动${spec.noun}`, [{ kind: 'move', path, from, to }]);
    focusAfterwards(list, `[data-row="${rowKey}"] [data-grip]`);
  };
  const remove = (index: number) => {
    session.change(`删除${spec.noun}`, [{ kind: 'remove', path: [...path, index] }]);
    focusAfterwards(list, '[data-add]');
  };

  return (
    <div className="field field-wide rows-field" data-field={place} ref={list}>
      {spec.label === '' ? null : <h3 className="rows-field-title">{spec.label}</h3>}
      {spec.help === undefined ? null : <p className="field-help">{spec.help}</p>}
      <FieldFindings place={place} />
      {rows.length === 0 && spec.empty !== undefined ? <p className="rows-field-empty">{spec.empty}</p> : null}
      <DndContext
        sensors={sensors}
        collisionDetection={closestCenter}
        accessibility={dragWords(spec.noun)}
        onDragEnd={({ active, over }) => {
          const [from, to] = [keys.indexOf(Number(active.id)), keys.indexOf(Number(over?.id))];
          if (from !== to && to !== -1 && mayChangePlaces(rows, from, to, isSorted)) move(from, to, Number(active.id));
        }}
      >
        <SortableContext items={items} strategy={verticalListSortingStrategy}>
          <ol
            className="rows-field-list"
            onFocus={hold}
            onBlur={({ currentTarget, relatedTarget }) => {
              if (!currentTarget.contains(relatedTarget)) release();
            }}
          >
            {order.map((index, position) => {
              const [above, below] = [order[position - 1], order[position + 1]];
              return (
                <RowCard
                  key={keys[index]}
                  rowKey={keys[index] ?? 0}
                  spec={spec}
                  path={path}
                  index={index}
                  position={position}
                  isOpenAtFirst={index === added || rows.length <= mostOpenAtFirst}
                  isNew={index === added}
                  above={above !== undefined && mayChangePlaces(rows, index, above, isSorted) ? above : undefined}
                  below={below !== undefined && mayChangePlaces(rows, index, below, isSorted) ? below : undefined}
                  onMove={move}
                  onRemove={remove}
                />
              );
            })}
          </ol>
        </SortableContext>
      </DndContext>
      {spec.mostRows !== undefined && rows.length >= spec.mostRows ? null : (
        <div>
          <Button icon={<PlusOutlined />} data-add="" onClick={add}>
            添加{spec.noun}
          </Button>
        </div>
      )}
    </div>
  );
}

function focusAfterwards(list: React.RefObject<HTMLElement | null>, selector: string): void {
  requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(selector)?.focus());
}
