import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRouter } from '../../electron/core/router.ts';
import { openTestWorkspace, type TestWorkspace } from '../support/test-workspace.ts';

const part = 'refund-request';
let opened: TestWorkspace;
let id: string;

beforeEach(async () => {
  opened = await openTestWorkspace();
  ({ id } = await client().cases.openSample({ name: 'software-key' }));
});
afterEach(() => opened.end());

function client() {
  return createRouterClient(createRouter(opened.workspace));
}

const preview = () => client().papers.preview({ id, part });
const overrides = async () => (await client().cases.get({ id })).draft.overrides;

/** The paragraphs of the account, of which the sample has several. */
async function accountOf() {
  const { paragraphs } = await preview();
  const [first, second] = paragraphs.filter(({ at }) => at.startsWith('account'));
  if (first === undefined || second === undefined) throw new Error('the sample tells of several things');
  return { first, second };
}

async function write(path: readonly string[], value: string) {
  const { revision } = await client().cases.get({ id });
  await client().cases.edit({
    id,
    baseRevision: revision,
    changes: [{ kind: 'set', path: [...path], value }],
    label: '修改',
  });
}

describe('papers.override', () => {
  it('is an edit like any other: one undo takes it back', async () => {
    const { first } = await accountOf();

    await client().papers.override({ id, part, at: first.at, original: first.original, own: '我写的。' });
    expect((await accountOf()).first).toMatchObject({ own: '我写的。', isStale: false });

    await client().cases.undo({ id });
    expect((await accountOf()).first).toEqual(first);
  });

  it('written again replaces the words, also when facts before them have moved the paragraph', async () => {
    const { first } = await accountOf();
    await client().papers.override({ id, part, at: first.at, original: first.original, own: '我写的。' });
    const { draft } = await client().cases.get({ id });
    const { background } = draft.statements as { readonly background: string };
    await write(['statements', 'background'], `先说一件事情，它写在最前面。\n${background}`);
    const moved = (await preview()).paragraphs.find(({ own }) => own === '我写的。');
    expect(moved?.at).not.toBe(first.at);

    await client().papers.override({
      id,
      part,
      at: moved?.at ?? '',
      original: moved?.original ?? '',
      own: '再写一遍。',
    });

    expect(await overrides()).toMatchObject([{ at: moved?.at, own: '再写一遍。' }]);
  });

  it('given back leaves nothing behind, and giving back what is Juli’s own changes nothing', async () => {
    const { first, second } = await accountOf();
    await client().papers.override({ id, part, at: first.at, original: first.original, own: '我写的。' });

    const { revision } = await client().papers.override({
      id,
      part,
      at: first.at,
      original: first.original,
      own: null,
    });
    const again = await client().papers.override({ id, part, at: second.at, original: second.original, own: null });

    expect(await overrides()).toEqual([]);
    expect(again.revision).toBe(revision);
  });

  it('takes out an orphan, and not the paragraph that stands at its place now', async () => {
    const { first } = await accountOf();
    const lost = { paper: part, at: first.at, original: '早就没有的一段。', own: '没有地方放的话。' };
    const here = { paper: part, at: first.at, original: first.original, own: '我写的。' };
    const { revision } = await client().cases.get({ id });
    await client().cases.edit({
      id,
      baseRevision: revision,
      changes: [{ kind: 'set', path: ['overrides'], value: [here, lost] }],
      label: '修改',
    });
    expect((await preview()).orphans).toMatchObject([{ own: lost.own }]);

    await client().papers.override({ id, part, at: lost.at, original: lost.original, own: null });

    expect(await overrides()).toEqual([here]);
  });

  it('is stale when its facts change, which the checks say of its field', async () => {
    const { first } = await accountOf();
    await client().papers.override({ id, part, at: first.at, original: first.original, own: '我写的。' });
    const { draft } = await client().cases.get({ id });
    const { background } = draft.statements as { readonly background: string };

    await write(['statements', 'background'], background.replace('申请人', '我').replace('。', '，当时很急。'));

    expect((await preview()).paragraphs.find(({ own }) => own !== undefined)).toMatchObject({ isStale: true });
    expect((await client().cases.check({ id })).findings).toContainEqual(
      expect.objectContaining({ id: 'override.stale', path: 'overrides[0].own', step: 'papers' }),
    );
  });

  it('refuses a paragraph of nothing', async () => {
    const { first } = await accountOf();

    await expect(
      client().papers.override({ id, part, at: first.at, original: first.original, own: ' \n' }),
    ).rejects.toMatchObject({ code: 'USAGE' });
  });
});

describe('papers.preview', () => {
  it('goes on when words by hand cite evidence that was taken out', async () => {
    const { first } = await accountOf();
    await client().papers.override({ id, part, at: first.at, original: first.original, own: '见{证据:没有这份}。' });

    expect((await preview()).html).toContain('退款申请书');
  });
});
