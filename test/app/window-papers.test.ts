import { describe, expect, it } from 'vitest';
import { seriousProblems } from '../support/accessibility.ts';
import { type TestWindow, useWindows } from '../support/window.ts';

const windows = useWindows();
/** What a test's clock says of a frame in which no script may run. */
const stillClock = /^console: Blocked script execution in '[^']*preview\/frame\.html'/;
/** As much of an element as is asked here; tests know no DOM. */
interface Focusable {
  readonly ownerDocument: { readonly activeElement: unknown };
}

const patience = { timeout: 15_000 };

/** The first example on its 文书, the refund request shown. */
async function openPapers(): Promise<TestWindow & { readonly id: string }> {
  const window = await windows.open({ route: '#/help', tolerates: [stillClock] });
  await window.client.house.changeSettings({ welcomeSeen: true });
  const { id } = await window.client.cases.openSample({ name: 'software-key' });
  await window.page.goto(`${window.address()}#/case/${id}/papers`);
  const list = window.page.getByRole('navigation', { name: '文书' });
  await list.getByText(/这个案件用不着/).waitFor();
  const name = list.getByRole('button', { name: '平台退款申请书', exact: true });
  if (!(await name.isVisible())) await list.getByText(/这个案件用不着/).click();
  await name.click();
  await paper(window).getByRole('heading', { name: '平台退款申请书' }).waitFor(patience);
  return Object.assign(window, { id });
}

const paper = ({ page }: TestWindow) => page.frameLocator('iframe[title$="的预览"]');
const paragraphs = (window: TestWindow) => paper(window).locator('[data-at^="account"]');
const editor = ({ page }: TestWindow) => page.getByRole('region', { name: '修改这一段' });
const words = (window: TestWindow) => editor(window).getByRole('textbox', { name: '印在文书上的文字' });

async function overridesOf(window: TestWindow & { readonly id: string }) {
  return (await window.client.cases.get({ id: window.id })).draft.overrides;
}

describe('文书', () => {
  it('says which papers are for now, and shows each as it would print', async () => {
    const window = await openPapers();
    const { page } = window;

    expect(await page.getByRole('heading', { name: '现在该用' }).count()).toBe(1);
    expect(await paper(window).getByText('证据1').count()).toBeGreaterThan(0);
    expect(await seriousProblems(page)).toEqual([]);

    await page.getByRole('button', { name: '事实经过时间线' }).click();
    await paper(window).locator('svg').waitFor(patience);
    await page.getByRole('button', { name: '封面' }).click();
    await paper(window).getByText('全卷页数在生成时填写').waitFor(patience);
  });

  it('is edited by hand with keys alone: kept, marked, undone and given back', async () => {
    const window = await openPapers();
    const { page } = window;
    const paragraph = paragraphs(window).first();
    const original = (await paragraph.textContent()) ?? '';

    await paragraph.focus();
    await page.keyboard.press('Enter');
    await words(window).waitFor(patience);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('我自己写的一段<b>话</b>。');
    await paper(window).getByText('我自己写的一段<b>话</b>。').waitFor(patience);
    await page.getByText('手写的有1段').waitFor(patience);

    expect(await paragraph.getAttribute('data-state')).toBe('own');
    expect(await overridesOf(window)).toMatchObject([{ paper: 'refund-request', own: '我自己写的一段<b>话</b>。' }]);
    expect(await seriousProblems(page)).toEqual([]);

    await editor(window).getByRole('button', { name: '恢复为自动生成的文字' }).click();
    await expect.poll(() => paragraph.textContent(), patience).toBe(original);
    await page.getByRole('button', { name: '撤销', exact: true }).last().click();
    await paper(window).getByText('我自己写的一段<b>话</b>。').waitFor(patience);
  });

  it('puts the focus back on the paragraph when its editor is closed', async () => {
    const window = await openPapers();

    await paragraphs(window).first().click();
    await words(window).waitFor(patience);
    await window.page.keyboard.press('Escape');
    await editor(window).waitFor({ ...patience, state: 'detached' });

    await expect
      .poll(
        () =>
          paragraphs(window)
            .first()
            .evaluate((element: Focusable) => element === element.ownerDocument.activeElement),
        patience,
      )
      .toBe(true);
  });

  it('warns when the facts under a paragraph by hand change, and lets it stand or go', async () => {
    const window = await openPapers();
    const { client, id } = window;
    const paragraph = paragraphs(window).first();
    await paragraph.click();
    await words(window).fill('我自己写的一段话。');
    await paper(window).getByText('我自己写的一段话。').waitFor(patience);

    const { draft, revision } = await client.cases.get({ id });
    const statements = draft.statements as { readonly background: string };
    await client.cases.edit({
      id,
      baseRevision: revision,
      changes: [{ kind: 'set', path: ['statements', 'background'], value: `当时，${statements.background}` }],
      label: '修改经过',
    });

    await editor(window)
      .getByText(/依据的内容又改过/)
      .waitFor(patience);
    expect(await paragraph.getAttribute('data-state')).toBe('stale');
    await expect
      .poll(async () => (await client.cases.check({ id })).findings.map((finding) => finding.id), patience)
      .toContain('override.stale');
    await editor(window).getByRole('button', { name: '检查过了，仍用我写的' }).click();
    await expect.poll(() => paragraph.getAttribute('data-state'), patience).toBe('own');
  });

  it('leads from a finding to the paragraph by hand it speaks of', async () => {
    const window = await openPapers();
    const { page, id } = window;
    await paragraphs(window).first().click();
    await words(window).fill('我自己写的一段话。');
    await paper(window).getByText('我自己写的一段话。').waitFor(patience);
    await editor(window).getByRole('button', { name: '改好了' }).click();

    await page.goto(`${window.address()}#/case/${id}/papers?field=overrides[0].own`);
    await page.reload();

    await expect.poll(() => words(window).inputValue(), patience).toBe('我自己写的一段话。');
  });

  it('runs nothing that a case or a paragraph brings', async () => {
    const window = await openPapers();
    await paragraphs(window).first().click();
    await words(window).fill('<img src=x onerror="top.document.title=1"><script>top.document.title=2</script>');

    await paper(window).getByText('<script>top.document.title=2</script>').waitFor(patience);

    expect(await paper(window).locator('script, img').count()).toBe(0);
    expect(await window.page.title()).toContain('据理');
    expect(await window.page.locator('iframe').getAttribute('sandbox')).toBe('allow-same-origin');
  });
});

describe('模板', () => {
  async function openTemplate(): Promise<TestWindow> {
    const window = await windows.open({ route: '#/help', tolerates: [stillClock] });
    await window.client.house.changeSettings({ welcomeSeen: true });
    await window.client.cases.openSample({ name: 'software-key' });
    await window.page.goto(`${window.address()}#/templates?path=documents/comparison.hbs`);
    await window.page.getByRole('textbox', { name: '“承诺与实际履行对比表”的模板文字' }).waitFor(patience);
    return window;
  }
  const box = ({ page }: TestWindow) => page.getByRole('textbox', { name: /模板文字/ });
  const shown = ({ page }: TestWindow) => page.frameLocator('iframe[title="模板预览"]');

  it('are edited beside what they make of a real case, and reset with a way back', async () => {
    const window = await openTemplate();
    const { page } = window;
    const text = await box(window).inputValue();

    await box(window).fill(text.replace('{{title}}', '{{title}}（本所格式）'));
    await shown(window).getByText('（本所格式）').waitFor(patience);
    await page.getByText('已保存，正在使用您的模板').waitFor(patience);
    await page.getByRole('button', { name: /承诺与实际履行对比表\s*自己的/ }).waitFor(patience);
    expect(await seriousProblems(page)).toEqual([]);

    await page.getByRole('button', { name: '恢复为内置模板' }).click();
    await page.getByText('正在使用内置模板').waitFor(patience);
    await page.getByRole('button', { name: '撤销', exact: true }).click();
    await shown(window).getByText('（本所格式）').waitFor(patience);
  });

  it('with a mistake say so at its line, keep it over a restart, and are not used', async () => {
    const window = await openTemplate();
    const text = await box(window).inputValue();
    const broken = text.replace('{{title}}', '{{titel}}');
    const line = broken.slice(0, broken.indexOf('titel')).split('\n').length;

    await box(window).fill(broken);
    await window.page.getByRole('button', { name: `第${line}行` }).waitFor(patience);
    await window.page.getByRole('button', { name: `第${line}行` }).click();
    expect(await box(window).evaluate((area: { selectionStart: number }) => area.selectionStart)).toBe(
      broken
        .split('\n')
        .slice(0, line - 1)
        .join('\n').length + 1,
    );
    expect((await window.client.templates.read({ path: 'documents/comparison.hbs' })).isOwn).toBe(false);
    expect(await seriousProblems(window.page)).toEqual([]);

    await window.restart();
    await window.page.getByRole('button', { name: `第${line}行` }).waitFor(patience);
    expect(await box(window).inputValue()).toBe(broken);
  });

  it('go out as one file and come in again', async () => {
    const window = await openTemplate();
    const text = await box(window).inputValue();
    await window.page.getByLabel('要导入的模板文件').setInputFiles({
      name: 'comparison.hbs',
      mimeType: 'text/plain',
      buffer: Buffer.from(text.replace('{{title}}', '{{title}}（导入的）')),
    });

    await window.page.getByText('导入了1个模板').waitFor(patience);
    await window.page.getByRole('button', { name: '导出自己的模板' }).click();
    const download = window.page.waitForEvent('download');
    await window.page.getByRole('button', { name: '保存据理模板.zip' }).click();

    expect((await download).suggestedFilename()).toBe('据理模板.zip');
  });
});
