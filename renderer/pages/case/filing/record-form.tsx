import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { filingBodies } from '../../../../electron/contract/case/case-kinds.ts';
import { filingBodyWords } from '../../../../electron/contract/case/words.ts';
import type { Json } from '../../../../electron/contract/rpc/case-procedures.ts';
import { client } from '../../../api.ts';
import { useDraftSession } from '../../../draft/draft-context.tsx';
import { isObject, textAt, textOf } from '../../../draft/draft-values.ts';
import { DateField } from '../../../parts/date-field.tsx';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { FieldLine } from '../../../parts/field-line.tsx';
import { GrowingText } from '../../../parts/growing-text.tsx';
import { stageWords } from '../../../parts/stage-words.ts';
import { today } from '../../../parts/today.ts';
import { useUndoMessage } from '../../../parts/use-undo-message.tsx';
import { filingStatusOptions } from '../choice-words.ts';
import type { Stage } from '../stage-paper.ts';
import { useKeptState } from './use-kept-state.ts';

type Body = (typeof filingBodies)[number];
const statuses = ['filed', 'accepted', 'handled', 'refused', 'withdrawn'] as const;
type Status = (typeof statuses)[number];

export const bodyOfStage: Readonly<Record<Stage, Body>> = {
  negotiate: 'merchant',
  platform: 'platform',
  'market-regulator': 'market-regulator',
  'consumer-association': 'consumer-association',
  'payment-provider': 'payment-provider',
  court: 'court',
};

interface RecordFormProps {
  readonly caseId: string;
  /** Of the entry of `filings` that is changed; unset for a new one. */
  readonly index?: number;
  /** As the draft holds it. */
  readonly initial: Json;
  readonly onDone?: () => void;
  readonly onCancel?: () => void;
}

/** Whom one turned to, when, and what came of it. Written down by a press; until then a reload keeps what was typed. */
export function RecordForm({ caseId, index, initial, onDone, onCancel }: RecordFormProps) {
  const session = useDraftSession();
  const offerUndo = useUndoMessage();
  const [typed, setTyped] = useKeptState(`record.${caseId}.${index ?? 'new'}`, typedOf(initial));
  const [state, setState] = useState<'ready' | 'saving'>('ready');
  const [error, setError] = useState<unknown>();
  const change = (fields: Partial<Typed>) => setTyped({ ...typed, ...fields });

  const record = async () => {
    setState('saving');
    setError(undefined);
    try {
      await session.saved();
      const before = textAt(session.state().draft, ['stage']);
      await client.deadlines.record({ id: caseId, ...(index === undefined ? {} : { index }), ...typed });
      setTyped(undefined);
      await session.refresh();
      const stage = textAt(session.state().draft, ['stage']);
      const moved = stage === before ? '' : `，案件走到“${stageWords[stage as Stage]}”`;
      offerUndo(`已记下：${filingBodyWords[typed.body]}${moved}`, () => session.undo());
      onDone?.();
    } catch (cause) {
      setError(cause);
    } finally {
      setState('ready');
    }
  };

  return (
    <form
      className="record-form"
      onSubmit={(event) => {
        event.preventDefault();
        void record();
      }}
    >
      <div className="record-form-fields">
        <FieldLine label="找了谁">
          {(field) => (
            <Select<Body>
              {...field}
              value={typed.body}
              options={filingBodies.map((value) => ({ value, label: filingBodyWords[value] }))}
              onChange={(body) => change({ body })}
            />
          )}
        </FieldLine>
        <FieldLine label="现在怎样">
          {(field) => (
            <Select<Status>
              {...field}
              value={typed.status}
              options={filingStatusOptions.map(({ value, label }) => ({ value: value as Status, label }))}
              onChange={(status) => change({ status })}
            />
          )}
        </FieldLine>
        <FieldLine label="哪天提交的">
          {(field) => (
            <span className="record-form-day">
              <DateField {...field} value={typed.filedOn} onChange={(filedOn) => change({ filedOn })} />
              <Button aria-label="填今天" onClick={() => change({ filedOn: today() })}>
                今天
              </Button>
            </span>
          )}
        </FieldLine>
        {typed.status === 'accepted' || typed.status === 'handled' ? (
          <FieldLine label="哪天受理的">
            {(field) => (
              <DateField {...field} value={typed.acceptedOn} onChange={(acceptedOn) => change({ acceptedOn })} />
            )}
          </FieldLine>
        ) : null}
        {typed.status === 'filed' || typed.status === 'accepted' ? null : (
          <FieldLine label={typed.status === 'withdrawn' ? '哪天撤回的' : '哪天答复的'}>
            {(field) => <DateField {...field} value={typed.endedOn} onChange={(endedOn) => change({ endedOn })} />}
          </FieldLine>
        )}
        <FieldLine label="编号" help="投诉编号、工单号、案号，没有就不填。">
          {(field) => (
            <Input
              {...field}
              maxLength={200}
              autoComplete="off"
              value={typed.reference}
              onChange={({ target }) => change({ reference: target.value })}
            />
          )}
        </FieldLine>
      </div>
      <FieldLine label="怎么答复的" help="照原话写；还没有答复就空着，以后再来补。">
        {(field) => (
          <GrowingText
            {...field}
            rows={2}
            maxLength={20_000}
            value={typed.answer}
            onChange={({ target }) => change({ answer: target.value })}
          />
        )}
      </FieldLine>
      {error === undefined ? null : <ErrorNotice error={error} />}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={state === 'saving'}>
          {index === undefined ? '记下这一步' : '记下修改'}
        </Button>
        {onCancel === undefined ? null : (
          <Button
            onClick={() => {
              setTyped(undefined);
              onCancel();
            }}
          >
            不改了
          </Button>
        )}
      </div>
    </form>
  );
}

interface Typed {
  readonly body: Body;
  readonly status: Status;
  readonly filedOn: string;
  readonly acceptedOn: string;
  readonly endedOn: string;
  readonly reference: string;
  readonly answer: string;
}

function typedOf(filing: Json): Typed {
  const row = isObject(filing) ? filing : {};
  return {
    body: filingBodies.find((body) => body === row.body) ?? 'other',
    status: statuses.find((status) => status === row.status) ?? 'filed',
    filedOn: textOf(row.filedOn),
    acceptedOn: textOf(row.acceptedOn),
    endedOn: textOf(row.endedOn),
    reference: textOf(row.reference),
    answer: textOf(row.answer),
  };
}
