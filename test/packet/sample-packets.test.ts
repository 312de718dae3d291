import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PacketResult, packetResultSchema } from '../../electron/contract/packet-result.ts';
import type { App } from '../../electron/core/app.ts';
import { runQpdf } from '../../electron/core/evidence/pdf/qpdf.ts';
import { build, openApp, sampleFolder } from '../support/build-packet.ts';
import { expectTrueNumbers } from '../support/packet-truth.ts';
import { outsideLinks, readPdfObjects } from '../support/pdf-objects.ts';
import { type ReadPdf, readPdf } from '../support/read-pdf.ts';
import { useWorkFolder } from '../support/work-folder.ts';

interface GoldenFacts {
  readonly sample: Parameters<typeof sampleFolder>[0];
  readonly title: string;
  /** Titles and appendix pages of the exhibits, in their order. */
  readonly exhibits: readonly (readonly [title: string, pages: number])[];
  /** Words that stand in a part, white space aside. */
  readonly words: Readonly<Record<string, readonly string[]>>;
}

const parts = [
  ['cover', '封面'],
  ['contents', '目录'],
  ['refund-request', '平台退款申请书'],
  ['complaint-12315', '投诉书'],
  ['small-claims', '民事起诉状'],
  ['timeline', '事实经过时间线'],
  ['evidence-list', '证据目录'],
  ['appendix', '证据附件'],
  ['originals', '证据原件校验清单'],
] as const;

const golden: readonly GoldenFacts[] = [
  {
    sample: 'software-key',
    title: '墨格制图专业版激活码无法在 Windows 11 激活退款案',
    exhibits: [
      ['订单详情页截图', 1],
      ['支付账单详情截图', 1],
      ['平台电子交易凭证（含商品快照、服务规则）', 3],
      ['激活码发货页面截图', 1],
      ['商品页面及参数截图', 2],
      ['下单前与店铺客服的聊天截图', 1],
      ['激活失败提示的电脑截图与照片', 2],
      ['软件官方激活码查询结果截图', 1],
      ['售后聊天记录长截图', 7],
      ['退款申请及店铺拒绝页面截图', 1],
      ['平台介入处理结果及复核结果截图', 2],
      ['店铺《售后处理单》扫描件', 1],
      ['店铺经营主体公示信息截图', 1],
    ],
    words: {
      cover: [
        '言知理',
        '据安市据例数码科技有限公司',
        '202610022015083371',
        '268.00元',
        '贰佰陆拾捌元整',
        '2026年11月18日',
      ],
      'refund-request': [
        '致：有据商城网络服务有限公司',
        '202610022015083371',
        'JF2026100220162290014',
        '此前申请编号商家：TK2026100510300271（2026年10月5日）平台：JR2026100609120036（2026年10月6日）',
        '268.00元',
        '贰佰陆拾捌元整',
      ],
      'complaint-12315': [
        '据安市东例区市场监督管理局',
        '00000019900101002X',
        '19900001001',
        '明据省据安市东例区问渠路66号据例大厦3层305室',
        '是□否',
        '268.00元',
      ],
      'small-claims': [
        '例州市据南区人民法院',
        '言知理',
        '甄例',
        '据安市据例数码科技有限公司',
        '贰佰陆拾捌元整',
        '副本1份',
        '原告据此以提起本案诉讼的方式主张解除合同（《中华人民共和国民法典》第五百六十五条第二款），请求被告返还已付款项。',
        '被告的履行与上述承诺不一致（见“争议情况”），应当退还上述款项。',
        '2026年11月18日',
      ],
      timeline: ['2026年10月2日', '承诺激活不了包退', '证据9（第', '2026年10月13日'],
      'evidence-list': [
        '言知理',
        '手机长截图，原始聊天可登录账号查看',
        '原件',
        '复制件（扫描件）；纸质原件1页由本人保存，供核对',
        '2026年11月18日',
      ],
      originals: ['共16个文件', 'evidence/售后聊天记录.png', 'evidence/电子交易凭证.pdf'],
    },
  },
  {
    sample: 'game-credit',
    title: '据岛物语30000点券逾期未到账退款案',
    exhibits: [
      ['订单详情页截图', 1],
      ['据付电子付款回单', 1],
      ['商品页面截图', 1],
      ['游戏内点券余额截图', 2],
      ['游戏账号充值记录截图', 1],
      ['与店铺客服的聊天记录截图', 4],
      ['退款申请进度截图', 1],
    ],
    words: {
      cover: ['刘䶮', '据安市东例区点点有据数码商行', 'JL20261020193047215', '298.00元', '贰佰玖拾捌元整'],
      'refund-request': ['集例网络服务（据安）有限公司', 'JL20261020193047215', '298.00元', '刘䶮'],
      'complaint-12315': ['据安市东例区市场监督管理局', '姓名刘䶮'],
      'small-claims': ['例州市据北区人民法院', '刘䶮', '充值款298.00元', '贰佰玖拾捌元整', '被告未按约定期限履行'],
      timeline: ['承诺24小时', '截至11月16日仍未到账', '2026年10月20日'],
      'evidence-list': ['刘䶮'],
      originals: ['共8个文件', 'evidence/点券余额-10月22日.png'],
    },
  },
  {
    sample: 'lifetime-membership',
    title: '恒知课堂“终身会员”一年到期退还部分会员费案',
    exhibits: [
      ['订单详情页截图', 1],
      ['支付账单详情截图', 1],
      ['“终身会员”商品页面截图', 1],
      ['《会员服务说明》', 2],
      ['会员到期页面截图', 1],
      ['年度会员价格页面截图', 1],
      ['与店铺客服的聊天记录截图', 3],
      ['平台工单处理结果截图', 1],
      ['店铺与平台经营主体公示信息截图', 1],
    ],
    words: {
      cover: [
        '孟言礼',
        '据安市恒知文化服务有限公司、乐据优选电子商务有限公司',
        '70250930214500186402',
        '430.00元',
        '肆佰叁拾元整',
      ],
      'refund-request': ['乐据优选电子商务有限公司', '70250930214500186402', '430.00元'],
      'complaint-12315': ['据安市西例区市场监督管理局', '孟言礼', '被投诉人一、被投诉人二共同退还', '430.00元'],
      'small-claims': [
        '据安市西例区人民法院',
        '判令被告一、被告二共同退还',
        '原告据此请求被告二承担服务提供者的责任。',
        '肆佰叁拾元整',
        '副本2份',
      ],
      timeline: ['终身'],
      'evidence-list': ['孟言礼', '《会员服务说明》'],
      originals: ['共9个文件'],
    },
  },
];

const work = useWorkFolder();
let app: App;
beforeAll(() => {
  app = openApp();
});
afterAll(() => app.close());

describe.each(golden)('the packet of $sample', ({ sample, title, exhibits, words }) => {
  let target = '';
  let result: PacketResult;
  let pdf: ReadPdf;
  beforeAll(async () => {
    target = work.path(`${sample}.pdf`);
    result = await build(app, sampleFolder(sample), target);
    pdf = await readPdf(target);
  });
  afterAll(() => pdf.close());

  const partText = (id: string) => {
    const part = result.parts.find((candidate) => candidate.id === id);
    if (part === undefined) throw new RangeError(`no part ${id}`);
    return pdf.pages
      .slice(part.firstPage - 1, part.firstPage - 1 + part.pages)
      .map(({ compact }) => compact)
      .join('');
  };

  it('has the parts in the order they are bound', () => {
    expect(result.parts.map((part) => [part.id, part.title])).toEqual(parts);
    expect(packetResultSchema.parse(result)).toEqual(result);
  });

  it('has every exhibit with all its pages, and no finding against it', () => {
    const pagesOf = ({ files }: PacketResult['evidence'][number]) => files.reduce((sum, { pages }) => sum + pages, 0);
    expect(result.evidence.map((item) => [item.title, pagesOf(item)])).toEqual(exhibits);
    expect(result.evidence.flatMap(({ files }) => files.map(({ status }) => status))).not.toContain('placeholder');
    expect(result.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it.each(Object.keys(words))('says in %s what the case says', (id) => {
    const text = partText(id);
    for (const expected of words[id] ?? []) expect(text).toContain(expected);
    expect(text).not.toContain('待填写');
  });

  it('prints only true page numbers', () => {
    expectTrueNumbers(pdf, result);
    const fromPapers = pdf.links.filter(({ text }) => text.startsWith('证据') && text.endsWith('页）'));
    expect(fromPapers.length).toBeGreaterThan(exhibits.length);
  });

  it('is titled, in Chinese, tagged', async () => {
    expect(pdf.title).toBe(title);
    const objects = await readPdfObjects(target);
    expect(objects).toMatchObject({ language: 'zh-CN', isMarked: true, hasStructureTree: true });
    for (const page of pdf.pages) expect(page.roles, `第${page.number}页`).toContain('Document');
    const tagged = new Set(pdf.pages.flatMap(({ roles }) => roles));
    expect([...tagged]).toEqual(expect.arrayContaining(['H1', 'H2', 'P', 'Table', 'TH', 'TD', 'Figure', 'Link']));
  });

  it('describes the evidence picture of every appendix page', () => {
    for (const { number, title: exhibit, files } of result.evidence) {
      const firstPage = files[0]?.firstPage ?? 0;
      const pages = files.reduce((sum, file) => sum + file.pages, 0);
      for (const file of files) {
        for (let page = file.firstPage; page < file.firstPage + file.pages; page += 1) {
          const [alternative = '', ...others] = pdf.pages[page - 1]?.figures ?? [];
          expect(others).toEqual([]);
          expect(alternative).toMatch(`证据${number} · ${exhibit} · 第${page - firstPage + 1}/${pages}页`);
          expect(alternative).toContain(`（文件：${file.path}）`);
        }
      }
    }
  });

  it('carries all its fonts, none of them Type 3', async () => {
    const { fonts } = await readPdfObjects(target);
    expect(fonts.length).toBeGreaterThan(3);
    expect(fonts.filter(({ type, isEmbedded }) => type === 'Type3' || !isEmbedded)).toEqual([]);
  });

  it('copies as the characters it shows: no radicals, no private use, no replacement', () => {
    for (const { number, text } of pdf.pages) {
      expect(text.match(/[\u2e80-\u2fdf\ue000-\uf8ff\ufffd]/gu), `第${number}页`).toBeNull();
      // A glyph that no face has is drawn as a box and copied as U+0000.
      expect(text.split('\0').length - 1, `第${number}页`).toBe(0);
    }
  });

  it('is clean to qpdf and leads nowhere outside', async () => {
    const { exitCode, messages } = await runQpdf(target, ['--check', '/in.pdf']);
    expect(messages.join('\n')).toContain('No syntax or stream encoding errors found');
    expect(exitCode).toBe(0);
    expect(await outsideLinks(target)).toEqual([]);
  });
});
