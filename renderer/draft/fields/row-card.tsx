import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, HolderOutlined, RightOutlined } from '@ant-design/icons';
import { useSortable } from '@dnd-kit/sortable';
import { Button } from 'antd';
import { memo, useEffect, useId, useRef } from 'react';
import type { DraftPath } from '../../../electron/contract/rpc/case-procedures.ts';
import { useDraftValue } from '../draft-context.tsx';
import { isObject } from '../draft-values.ts';
import { FieldFindings } from '../field-findings.tsx';
import { useFold } from '../field-focus.tsx';
import type { FieldOf } from '../field-spec.ts';
import { useFindingsWithin } from '../findings-context.tsx';
import { NestedFields } from '../nested-fields.tsx';
import { pathText } from '../path-text.ts';

interface RowCardProps {
  readonly rowKey: number;
  readonly spec: FieldOf<'rows'>;
  /** Of the list. */
  readonly path: DraftPath;
  readonly index: number;
  /** Where it is shown, from 0. */
  readonly position: number;
  readonly isOpenAtFirst: boolean;
  /** Just added: it takes the focus. */
  readonly isNew: boolean;
  /** The neighbours it may change places with. */
  readonly above: number | undefined;
  readonly below: number | undefined;
  readonly onMove: (from: number, to: number, rowKey: number) => void;
  readonly onRemove: (index: number) => void;
}

/** What a row says may change without the card around it, and the other way round. */
export const RowCard = memo(
  Card,
  (before, after) =>
    (['rowKey', 'spec', 'index', 'position', 'above', 'below', 'isNew'] as const).every(
      (name) => before[name] === after[name],
    ) && pathText(before.path) === pathText(after.path),
);

function Card({ rowKey, spec, path, index, position, isOpenAtFirst, isNew, above, below, ...acts }: RowCardProps) {
  const rowPath = [...path, index];
  const place = pathText(rowPath);
  const [isOpen, setOpen] = useFold(place, isOpenAtFirst);
  const bodyId = useId();
  const card = useRef<HTMLLIElement>(null);
  const row = useDraftValue(rowPath);
  const title = isObject(row) ? spec.title(row) : '';
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id: rowKey,
    disabled: above === undefined && below === undefined,
  });
  useEffect(() => {
    if (!isNew) return;
    card.current?.querySelector<HTMLElement>('.row-card-body input, .row-card-body textarea')?.focus();
  }, [isNew]);

  const name = `第${position + 1}个${spec.noun}`;
  const isMovable = above !== undefined || below !== undefined;
  return (
    <li
      ref={(node) => {
        setNodeRef(node);
        card.current = node;
      }}
      className={isDragging ? 'row-card row-card-dragged' : 'row-card'}
      style={{ transform: transform === null ? undefined : `translateY(${transform.y}px)`, transition }}
      data-row={rowKey}
      data-field={place}
    >
      <div className="row-card-head">
        {isMovable ? (
          <Button
            type="text"
            size="small"
            ref={setActivatorNodeRef}
            data-grip=""
            icon={<HolderOutlined />}
            {...attributes}
            {...listeners}
            aria-label={`移动${name}`}
            className="row-card-grip"
          />
        ) : null}
        <button
          type="button"
          className="row-card-title"
          aria-expanded={isOpen}
          aria-controls={bodyId}
          onClick={() => setOpen(!isOpen)}
        >
          <RightOutlined className="row-card-arrow" rotate={isOpen ? 90 : 0} />
          <span className="row-card-name">{title === '' ? name : title}</span>
          <RowFindings place={place} />
        </button>
        <span className="row-card-acts">
          {isMovable ? (
            <>
              <Button
                type="text"
                size="small"
                icon={<ArrowUpOutlined />}
                aria-label={`上移${name}`}
                disabled={above === undefined}
                onClick={() => above !== undefined && acts.onMove(index, above, rowKey)}
              />
              <Button
                type="text"
                size="small"
                icon={<ArrowDownOutlined />}
                aria-label={`下移${name}`}
                disabled={below === undefined}
                onClick={() => below !== undefined && acts.onMove(index, below, rowKey)}
              />
            </>
          ) : null}
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined />}
            aria-label={`删除${name}`}
            onClick={() => acts.onRemove(index)}
          />
        </span>
      </div>
      <FieldFindings place={place} />
      <div id={bodyId} className="row-card-body" hidden={!isOpen}>
        {isOpen ? <NestedFields fields={spec.fields} parent={rowPath} /> : null}
      </div>
    </li>
  );
}

/** How many fields of a folded row still want something. */
function RowFindings({ place }: { readonly place: string }) {
  const open = useFindingsWithin(place);
  return open === 0 ? null : <span className="row-card-findings">{open} 处待补</span>;
}
