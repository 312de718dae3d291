import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PacketResult } from '../../electron/contract/packet-result.ts';
import type { App } from '../../electron/core/app.ts';
import { build, openApp } from '../support/build-packet.ts';
import { writeCaseFolder } from '../support/case-folder.ts';
import { cleanCaseFile } from '../support/clean-case.ts';
import { expectTrueNumbers } from '../support/packet-truth.ts';
import { outsideLinks } from '../support/pdf-objects.ts';
import { checkerPng } from '../support/pictures.ts';
import { type ReadPdf, readPdf, withoutSpace } from '../support/read-pdf.ts';
import { useWorkFolder } from '../support/work-folder.ts';

/** What people paste from chats and shops is text, whatever it looks like to a browser, a template or a viewer. */
const hostile = {
  markup: '<script>document.title="改了"</script><img src="http://127.0.0.1:9/x.png" onerror="x()">',
  closing: '</p></td></table></section><h1>不是标题</h1><!-- ',
  template: '{{title}}{{{styles}}}{{> signature}}{{#each parts}}x{{/each}}',
  style: '<style>*{display:none}</style>"\' style="color:red',
  entity: '&lt;b&gt;&amp;nbsp;&#0;',
  link: '<a href="https://juli.invalid/">javascript:alert(1)</a>',
};
const everything = Object.values(hostile).join('');

describe('hostile text in a case', () => {
  const work = useWorkFolder();
  let app: App;
  let result: PacketResult;
  let pdf: ReadPdf;
  beforeAll(async () => {
    app = openApp();
    const picture = await checkerPng(60, 90);
    const path = 'evidence/<b>{{x}} & "引号" $&.png';
    const folder = await writeCaseFolder(
      work.path('case'),
      cleanCaseFile({
        title: `${hostile.markup}${hostile.template}`,
        'claimants[0].name': `何${hostile.markup}`,
        'respondents[0].name': `据例${hostile.template}${hostile.closing}`,
        'orders[0].items[0].name': hostile.style,
        'events[0].text': everything,
        'claims[0].text': everything,
        'statements.background': everything,
        'evidence[0].title': hostile.closing,
        'evidence[0].proves': everything,
        'evidence[0].files': [path],
        'addressees.court': hostile.link,
      }),
      new Map([
        [path, picture],
        ...['支付凭证.png', '商品详情.png', '激活报错.jpg', '聊天记录.png'].map(
          (name) => [`evidence/${name}`, picture] as const,
        ),
      ]),
    );
    result = await build(app, folder, work.path('packet.pdf'));
    pdf = await readPdf(work.path('packet.pdf'));
  });
  afterAll(async () => {
    await pdf.close();
    await app.close();
  });

  const textOf = (id: string) => {
    const part = result.parts.find((candidate) => candidate.id === id);
    const first = (part?.firstPage ?? 1) - 1;
    return pdf.pages
      .slice(first, first + (part?.pages ?? 0))
      .map(({ compact }) => compact)
      .join('');
  };

  it.each([
    ['cover', `${hostile.markup}${hostile.template}`],
    ['cover', `何${hostile.markup}`],
    ['small-claims', hostile.link],
    ['small-claims', hostile.style],
    ['timeline', everything],
    ['evidence-list', everything],
    ['evidence-list', hostile.closing],
    ['originals', 'evidence/<b>{{x}} & "引号" $&.png'],
  ])('prints in %s as it was written', (id, text) => {
    expect(textOf(id)).toContain(withoutSpace(text));
  });

  it('changes nothing of the packet around it', async () => {
    expect(pdf.title).toBe(`${hostile.markup}${hostile.template}`);
    expect(result.parts).toHaveLength(9);
    expectTrueNumbers(pdf, result);
    expect(await outsideLinks(work.path('packet.pdf'))).toEqual([]);
  });

  it('stands in the alternative text and the outline, too', () => {
    const [first] = result.evidence;
    const page = pdf.pages[(first?.files[0]?.firstPage ?? 1) - 1];
    expect(page?.figures[0]).toContain('evidence/<b>{{x}} & "引号" $&.png');
    const appendix = pdf.outline.find(({ title }) => title === '证据附件');
    expect(appendix?.children[0]?.title).toBe(`证据1　${hostile.closing}`);
  });
});
