import { fieldOf, rowsOf, textOf } from './draft-values.ts';
import type { Steps, WorkingDraft } from './working-draft.ts';

/**
 * What stands for a field that the schema demands and nobody has filled in yet, so that the rest of its row can be
 * seen. Only what claims nothing: a blank to be filled in, or the widest of all kinds. No sums, no dates of facts.
 */
interface Surroundings {
  readonly work: WorkingDraft;
  readonly steps: Steps;
  /** YYYY-MM-DD. */
  readonly today: string;
}

const blank = (label: string) => () => `〔待填写：${label}〕`;

const standIns: Readonly<Record<string, (around: Surroundings) => unknown>> = {
  format: () => 'juli.case/1',
  title: () => '未命名案件',
  date: ({ today }) => today,
  issues: () => ['not-as-described'],
  claimants: () => [{}],
  respondents: () => [{ roles: ['merchant'] }],
  'respondents[].roles': () => ['merchant'],
  'orders[].id': (around) => idFor(around, '订单'),
  'orders[].items[].name': blank('商品名称'),
  'orders[].items[].kind': () => 'other',
  'orders[].payments[].method': blank('付款方式'),
  'keys[].id': (around) => idFor(around, '卡密'),
  'keys[].order': onlyOrder,
  'promises[].subject': blank('项目'),
  'promises[].promised': blank('承诺的内容'),
  'promises[].performed': blank('实际的情况'),
  'events[].text': blank('发生了什么'),
  'evidence[].id': (around) => idFor(around, '证据'),
  'evidence[].title': ({ work, steps }) => fileTitle(work.at(steps.slice(0, -1))),
  'evidence[].group': () => 'other',
};

/** Fields whose absence is a gap that papers and checks tell about anyway. */
const untold: readonly string[] = ['format', 'claimants', 'respondents', 'orders[].id', 'keys[].id', 'evidence[].id'];

export function standInFor(around: Surroundings): { readonly value: unknown; readonly isTold: boolean } | undefined {
  const pattern = patternOf(around.steps);
  const value = Object.hasOwn(standIns, pattern) ? standIns[pattern]?.(around) : undefined;
  return value === undefined ? undefined : { value, isTold: !untold.includes(pattern) };
}

/** `['orders', 0, 'items']` → `orders[].items`. */
function patternOf(steps: Steps): string {
  return steps.map((step, index) => (typeof step === 'number' ? '[]' : index === 0 ? step : `.${step}`)).join('');
}

/** An id that no row of the list has. */
function idFor({ work, steps }: Surroundings, stem: string): string {
  return freeId(new Set(rowsOf(work.root, String(steps[0])).map((row) => fieldOf(row, 'id'))), stem);
}

export function freeId(taken: ReadonlySet<unknown>, stem: string): string {
  let number = 1;
  while (taken.has(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}

function onlyOrder({ work }: Surroundings): string | undefined {
  const [order, ...others] = rowsOf(work.root, 'orders');
  const id = textOf(order, 'id');
  return others.length === 0 && id !== '' ? id : undefined;
}

function fileTitle(item: unknown): string {
  const [first] = rowsOf(item, 'files');
  const path = typeof first === 'string' ? first : textOf(first, 'path');
  const name = (path.split('/').at(-1) ?? '').replace(/\.[^.]*$/u, '').replace(/\p{C}/gu, '');
  return [...name.trim()].slice(0, 100).join('') || '未命名的证据';
}
