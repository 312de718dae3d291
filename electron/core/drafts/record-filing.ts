import type { stages } from '../../contract/case/case-kinds.ts';
import { filingBodyWords } from '../../contract/case/words.ts';
import { AppError } from '../../contract/errors.ts';
import type { Change, Draft, Json } from '../../contract/rpc/case-procedures.ts';
import { fieldOf, rowsOf, textOf } from './draft-values.ts';

type Stage = (typeof stages)[number];

/** A step that was taken, or what became of it, as somebody reports it. Blank fields say nothing new. */
export interface RecordedStep {
  /** The entry of `filings` it changes; unset for a new one. */
  readonly index?: number | undefined;
  readonly body: keyof typeof filingBodyWords;
  readonly status: 'filed' | 'accepted' | 'handled' | 'refused' | 'withdrawn';
  readonly filedOn: string;
  readonly acceptedOn: string;
  readonly endedOn: string;
  readonly reference: string;
  readonly answer: string;
  readonly stage?: Stage | undefined;
}

const fields = ['filedOn', 'acceptedOn', 'endedOn', 'reference', 'answer'] as const;

/** The changes of a draft that note the step and move the stage on, as one edit. */
export function recordFiling(draft: Draft, step: RecordedStep): { changes: Change[]; label: string } {
  const stage = step.stage ?? stageAfter(draft, step);
  const changes: Change[] = [...entryChanges(draft, step)];
  if (stage !== undefined && stage !== fieldOf(draft, 'stage')) {
    changes.push({ kind: 'set', path: ['stage'], value: stage });
  }
  return { changes, label: `记录：${filingBodyWords[step.body]}` };
}

function entryChanges(draft: Draft, step: RecordedStep): Change[] {
  const { index, body, status } = step;
  const said = fields.filter((field) => step[field].trim() !== '');
  const filings = rowsOf(draft, 'filings');
  if (index === undefined) {
    const entry: Record<string, Json> = { body, status };
    for (const field of said) entry[field] = step[field].trim();
    return Array.isArray(fieldOf(draft, 'filings'))
      ? [{ kind: 'insert', path: ['filings'], index: filings.length, value: entry }]
      : [{ kind: 'set', path: ['filings'], value: [entry] }];
  }
  if (index >= filings.length) throw new AppError('CHANGE_REFUSED', { detail: '这一步已经不在案件里，请重新打开' });
  const path = ['filings', index] as const;
  return [
    { kind: 'set', path: [...path, 'body'], value: body },
    { kind: 'set', path: [...path, 'status'], value: status },
    ...said.map((field): Change => ({ kind: 'set', path: [...path, field], value: step[field].trim() })),
  ];
}

/** Where a road leads: the stage it stands for while it is walked, and the next one when it has failed. */
const stageOfBody: Readonly<Record<RecordedStep['body'], Stage | undefined>> = {
  merchant: 'negotiate',
  platform: 'platform',
  'market-regulator': 'market-regulator',
  'consumer-association': 'consumer-association',
  'payment-provider': 'payment-provider',
  court: 'court',
  arbitration: undefined,
  other: undefined,
};

/** Later stages are never left for earlier ones: who is before a court and writes to the shop again stays there. */
const rank: readonly Stage[] = [
  'negotiate',
  'platform',
  'payment-provider',
  'consumer-association',
  'market-regulator',
  'court',
];

function stageAfter(draft: Draft, { body, status }: RecordedStep): Stage | undefined {
  const walked = stageOfBody[body];
  if (walked === undefined || status === 'withdrawn') return undefined;
  const present = rank.find((stage) => stage === fieldOf(draft, 'stage')) ?? 'negotiate';
  const reached = status === 'refused' ? (nextAfter(draft, walked) ?? walked) : walked;
  return rank.indexOf(reached) > rank.indexOf(present) ? reached : undefined;
}

/** The shop said no: the platform, where there is one, else the authority. Further roads are the user's choice. */
function nextAfter(draft: Draft, walked: Stage): Stage | undefined {
  if (walked === 'negotiate') return hasPlatform(draft) ? 'platform' : 'market-regulator';
  return walked === 'platform' ? 'market-regulator' : undefined;
}

function hasPlatform(draft: Draft): boolean {
  return rowsOf(draft, 'orders').some(
    (order) =>
      textOf(order, 'channel') === 'platform-shop' ||
      (textOf(order, 'channel') === '' && textOf(order, 'platform') !== ''),
  );
}
