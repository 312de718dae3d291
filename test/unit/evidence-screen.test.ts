import { describe, expect, it } from 'vitest';
import { applyChange } from '../../electron/contract/case/apply-change.ts';
import type { EvidenceItem } from '../../electron/contract/case/case-file.ts';
import type { Change, Draft } from '../../electron/contract/rpc/case-procedures.ts';
import type { JobState } from '../../electron/contract/rpc/job-procedures.ts';
import { orderExhibits } from '../../electron/core/documents/exhibit-order.ts';
import type { ChosenFile } from '../../renderer/api/chosen-file.ts';
import { citationsIn } from '../../renderer/pages/case/evidence/citations.ts';
import { evidenceEntries } from '../../renderer/pages/case/evidence/evidence-entries.ts';
import { filterEntries } from '../../renderer/pages/case/evidence/filter-entries.ts';
import { gridRows, neighbourOf } from '../../renderer/pages/case/evidence/grid-rows.ts';
import { type IntakePorts, openIntakeDesk } from '../../renderer/pages/case/evidence/intake-desk.ts';
import { pastedFiles } from '../../renderer/pages/case/evidence/pasted-files.ts';
import { changesToPlace, placementAt, placementBy } from '../../renderer/pages/case/evidence/place-entries.ts';
import { changesToMerge, changesToRemove } from '../../renderer/pages/case/evidence/remove-and-merge.ts';
import { firstScale, scaleIn, turnedBox, zoomed } from '../../renderer/pages/case/evidence/viewer-scale.ts';

const item = (id: string, group: string, more: Draft = {}) => ({
  id,
  title: `标题${id}`,
  group,
  files: [`证据/${id}.png`],
  ...more,
});
const draftOf = (...evidence: Draft[]): Draft => ({ evidence });
const mixed = draftOf(
  item('p1', 'promise'),
  item('t1', 'transaction'),
  item('p2', 'promise'),
  item('t2', 'transaction'),
  item('o1', 'other'),
);
const made = (draft: Draft, changes: readonly Change[]) =>
  changes.reduce((now, change) => applyChange(now, change).draft, draft);
const numbered = (draft: Draft) =>
  evidenceEntries(draft)
    .map(({ key }) => key)
    .join(' ');

describe('numbers on the screen', () => {
  it('are those of the packet', () => {
    const rows = mixed.evidence as unknown as EvidenceItem[];
    const printed = orderExhibits({ evidence: rows }).map(({ id, number, title }) => ({ id, number, title }));
    const shown = evidenceEntries(mixed).map(({ id, number, title }) => ({ id, number, title }));
    expect(shown).toEqual(printed);
    expect(numbered(mixed)).toBe('t1 t2 p1 p2 o1');
  });

  it('leave what did not change as it was, so that it is not drawn again', () => {
    const renamed = made(mixed, [{ kind: 'set', path: ['evidence', 0, 'title'], value: '新' }]);
    const [before, now] = [evidenceEntries(mixed), evidenceEntries(renamed)];
    expect(now.filter((entry, index) => entry !== before[index]).map(({ key }) => key)).toEqual(['p1']);
  });

  it('tell apart items without an id or with the same', () => {
    const odd = draftOf(item('a', 'other'), item('a', 'other'), { title: '没有编号', group: '不认识' });
    expect(evidenceEntries(odd).map(({ key, group }) => `${key} ${group}`)).toEqual([
      'a other',
      '#1 other',
      '#2 other',
    ]);
  });
});

describe('putting entries in order', () => {
  const place = (keys: string[], group: 'transaction' | 'promise' | 'identity', before?: string) =>
    numbered(made(mixed, changesToPlace(mixed, new Set(keys), { group, before })));

  it('moves within a group, and into another one', () => {
    expect(place(['t2'], 'transaction', 't1')).toBe('t2 t1 p1 p2 o1');
    expect(place(['t1'], 'transaction')).toBe('t2 t1 p1 p2 o1');
    expect(place(['t1'], 'promise', 'p2')).toBe('t2 p1 t1 p2 o1');
    expect(place(['t1'], 'promise')).toBe('t2 p1 p2 t1 o1');
    expect(place(['o1'], 'identity')).toBe('t1 t2 p1 p2 o1');
  });

  it('moves several together in the order of their numbers, also before one of themselves', () => {
    expect(place(['o1', 't2'], 'promise', 'p1')).toBe('t1 t2 o1 p1 p2');
    expect(place(['p1', 't1'], 'promise', 'p1')).toBe('t2 t1 p1 p2 o1');
  });

  it('changes nothing where nothing moves', () => {
    expect(changesToPlace(mixed, new Set(['t1']), { group: 'transaction', before: 't2' })).toEqual([]);
  });

  it('stops at the edge of the group', () => {
    const entries = evidenceEntries(mixed);
    expect(placementBy(entries, 't1', -1)).toBeUndefined();
    expect(placementBy(entries, 't2', 5)).toBeUndefined();
    expect(placementBy(entries, 't1', 5)).toEqual({ group: 'transaction', before: undefined });
    expect(placementBy(entries, 'p2', -1)).toEqual({ group: 'promise', before: 'p1' });
  });

  it.each([
    ['t1', 3, 't2 p1 t1 p2 o1', 3],
    ['o1', 1, 'o1 t1 t2 p1 p2', 1],
    ['p2', 5, 't1 t2 p1 o1 p2', 5],
  ])('brings %s to number %i', (key, number, order, shown) => {
    const entries = evidenceEntries(mixed);
    const placement = placementAt(entries, new Set([key]), number);
    if (placement === undefined) throw new Error('no place');
    const moved = made(mixed, changesToPlace(mixed, new Set([key]), placement));
    expect(numbered(moved)).toBe(order);
    expect(evidenceEntries(moved).find((entry) => entry.key === key)?.number).toBe(shown);
  });
});

describe('citations', () => {
  const citing: Draft = {
    ...draftOf(
      item('e1', 'transaction'),
      item('e2', 'promise', { proves: '参见{证据:e1}' }),
      item('e3', 'promise', { proves: '甲' }),
    ),
    events: [{ text: '付款，见{证据:e1}和{证据：e2}', evidence: ['e1', 'e2'] }],
    terms: { noRefund: { evidence: ['e2'] } },
    title: '不是{证据}',
  };

  it('are found in lists and in texts', () => {
    const found = citationsIn(citing);
    expect(found.get('e1')?.map(({ path }) => path)).toEqual([
      'evidence[1].proves',
      'events[0].text',
      'events[0].evidence',
    ]);
    expect(found.get('e2')?.map(({ words }) => words)).toEqual(['经过第1条', '经过第1条', '约定与条款']);
    expect(found.has('e3')).toBe(false);
  });

  it('go with what is removed, but for the words somebody wrote', () => {
    const left = made(citing, changesToRemove(citing, new Set(['e2'])));
    expect(left).toMatchObject({
      events: [{ evidence: ['e1'], text: '付款，见{证据:e1}和{证据：e2}' }],
      terms: { noRefund: {} },
    });
    expect(numbered(left)).toBe('e1 e3');
    expect(JSON.stringify(left.terms)).not.toContain('evidence');
  });

  it('lead to what was merged', () => {
    const merged = made(citing, changesToMerge(citing, new Set(['e2', 'e3'])));
    expect(merged.evidence).toMatchObject([
      { id: 'e1' },
      { id: 'e2', files: ['证据/e2.png', '证据/e3.png'], proves: '参见{证据:e1}\n甲' },
    ]);
    const intoFirst = made(citing, changesToMerge(citing, new Set(['e1', 'e2'])));
    expect(intoFirst.events).toEqual([{ text: '付款，见{证据:e1}和{证据:e1}', evidence: ['e1'] }]);
    expect(intoFirst.terms).toEqual({ noRefund: { evidence: ['e1'] } });
  });
});

describe('the grid', () => {
  const entries = evidenceEntries(mixed);

  it('has a head for each group and lines of as many cards as there is room for', () => {
    expect(gridRows(entries, 2, false).map(({ kind }) => kind)).toEqual([
      'group',
      'cards',
      'group',
      'cards',
      'group',
      'cards',
    ]);
    expect(gridRows([], 2, true).filter(({ kind }) => kind === 'empty')).toHaveLength(6);
  });

  it('leads from card to card by arrows', () => {
    const rows = gridRows(entries, 2, false);
    expect(neighbourOf(rows, 't2', 'right')).toBe('p1');
    expect(neighbourOf(rows, 'p2', 'down')).toBe('o1');
    expect(neighbourOf(rows, 'o1', 'up')).toBe('p1');
    expect(neighbourOf(rows, 't1', 'left')).toBeUndefined();
  });

  it('is narrowed by words and kinds', () => {
    const facts = { isCited: ({ id }: { id: string }) => id === 't1', hasTrouble: () => false };
    const keys = (filter: 'all' | 'uncited' | 'promise', text: string) =>
      filterEntries(entries, filter, text, facts)
        .map(({ key }) => key)
        .join(' ');
    expect(keys('all', '标题p1 证据3')).toBe('p1');
    expect(keys('promise', '')).toBe('p1 p2');
    expect(keys('uncited', '')).toBe('t2 p1 p2 o1');
  });
});

describe('pasted pictures', () => {
  it('get a name that says what they are and when, in mainland time', () => {
    const now = new Date('2026-11-22T06:30:00Z');
    const named = pastedFiles(
      [new File(['1'], 'image.png'), new File(['2'], '聊天.jpg'), new File(['3'], 'image.png')],
      now,
    );
    expect(named.map(({ file }) => file.name)).toEqual([
      '粘贴的截图 2026-11-22 14.30.png',
      '聊天.jpg',
      '粘贴的截图 2026-11-22 14.30（3）.png',
    ]);
  });
});

describe('the size of a picture', () => {
  const room = { width: 900, height: 600 };

  it('is the whole of it, and for long screenshots what can be read', () => {
    expect(firstScale({ width: 1080, height: 2400 }, room)).toBe('whole');
    expect(scaleIn('whole', { width: 1080, height: 2400 }, room)).toBe(0.25);
    expect(firstScale({ width: 1080, height: 9000 }, room)).toBe(0.5);
    expect(scaleIn('whole', { width: 100, height: 50 }, room)).toBe(1);
  });

  it('has ends', () => {
    expect(zoomed(8, true)).toBe(8);
    expect(zoomed(0.05, false)).toBe(0.05);
    expect(turnedBox({ width: 1, height: 2 }, 270)).toEqual({ width: 2, height: 1 });
  });
});

describe('the intake', () => {
  const file = (name: string, bytes = 10): ChosenFile => ({
    file: new File(['x'.repeat(bytes)], name),
    relativePath: name,
  });
  const until = async (check: () => boolean) => {
    for (let turn = 0; turn < 100 && !check(); turn += 1) await Promise.resolve();
    expect(check()).toBe(true);
  };
  const ended = (id: string): JobState => ({
    id,
    kind: 'take-evidence',
    title: '',
    label: '',
    done: 1,
    total: 1,
    state: 'done',
    startedAt: '',
  });

  function open(ports: Partial<IntakePorts> = {}) {
    const taken: { tickets: string[]; goal: unknown }[] = [];
    const held: boolean[] = [];
    const desk = openIntakeDesk({
      admit: async ({ file: { name } }) => ({ ticket: name }),
      take: async (tickets, goal) => {
        taken.push({ tickets, goal });
        return 'job';
      },
      holdWindow: (isHeld) => held.push(isHeld),
      ...ports,
    });
    return { desk, taken, held, first: () => desk.intakes()[0] };
  }

  it('sends all, then starts the job; the window is held meanwhile', async () => {
    const { desk, taken, held, first } = open();
    desk.take([file('a'), file('b')], { group: 'promise' });
    expect(held.at(-1)).toBe(true);
    await until(() => first()?.phase === 'taking');
    expect(taken).toEqual([{ tickets: ['a', 'b'], goal: { group: 'promise' } }]);
    expect(first()).toMatchObject({ arrived: 2, sentBytes: 20, bytes: 20, job: 'job' });
    expect(held.at(-1)).toBe(false);
    desk.end(first()?.key ?? '', ended('job'));
    expect(first()?.phase).toBe('ended');
  });

  it('goes on without a file that cannot be read', async () => {
    const { desk, taken, first } = open({
      admit: async ({ file: { name } }) => (name === 'b' ? { reason: '读不出来' } : { ticket: name }),
    });
    desk.take([file('a'), file('b'), file('c')]);
    await until(() => first()?.phase === 'taking');
    expect(taken[0]?.tickets).toEqual(['a', 'c']);
    expect(first()?.left).toEqual([{ name: 'b', reason: '读不出来' }]);
  });

  it('takes nothing when it is stopped, and can be tried again when it failed', async () => {
    let isDown = true;
    const { desk, taken, first } = open({
      admit: ({ file: { name } }, { signal }) =>
        name === 'slow'
          ? new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
          : isDown
            ? Promise.reject(new TypeError('down'))
            : Promise.resolve({ ticket: name }),
    });
    desk.take([file('slow')]);
    desk.stop(first()?.key ?? '');
    await until(() => first()?.phase === 'stopped');
    desk.take([file('a')]);
    await until(() => first()?.phase === 'failed');
    isDown = false;
    desk.retry(first()?.key ?? '');
    await until(() => first()?.phase === 'taking');
    expect(taken).toHaveLength(1);
  });

  it('takes over a job that an earlier page began, once', () => {
    const { desk } = open();
    desk.adopt({ ...ended('old'), state: 'running' });
    desk.adopt({ ...ended('old'), state: 'running' });
    expect(desk.intakes()).toMatchObject([{ job: 'old', phase: 'taking' }]);
  });
});
