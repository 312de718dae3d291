import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { issueKinds } from '../../electron/contract/case/case-kinds.ts';
import { orderExhibits } from '../../electron/core/documents/exhibit-order.ts';
import { createFacts } from '../../electron/core/documents/facts.ts';
import { papers } from '../../electron/core/documents/papers.ts';
import { readTemplates } from '../../electron/core/render/templates.ts';
import { builtInLaw } from '../support/built-in-law.ts';
import { documentInput } from '../support/document-input.ts';
import { faultsIn } from '../support/paper-faults.ts';
import { draftChanges, renderPaper } from '../support/rendered-paper.ts';
import { situationCase, situationNames } from '../support/situations/situations.ts';

const templates = await readTemplates(join(import.meta.dirname, '../../templates'));

const form = (changes: Record<string, unknown> = {}) =>
  renderPaper('small-claims', {
    court: { layout: 'elements', knowsMediation: true, mediation: 'undecided' },
    ...changes,
  });

const lawyer = {
  name: '贾律',
  kind: 'lawyer',
  organisation: '据例律师事务所',
  phone: '19900000009',
  authority: 'special',
};

/** The heads and row names of the form in the order in which they stand. */
function rowNames(html: string): string[] {
  return [...html.matchAll(/<th[^>]*>([^<]*)<\/th>/g)].map(([, name]) => name ?? '');
}

/** What a row of the form says, without markup. */
function answer(html: string, name: string): string {
  const row = html.split('<tr').find((one) => one.includes(`>${name}</th>`)) ?? '';
  return (row.split('</tr>')[0] ?? '').replace(/^.*?<\/th>/s, '').replaceAll(/<[^>]+>|\s/g, '');
}

const claims = [
  '1. 给付价款（元）',
  '2. 迟延给付价款的利息（违约金）',
  '3. 赔偿因卖方违约所受的损失',
  '4. 是否对标的物的瑕疵承担责任',
  '5. 要求继续履行或者解除合同',
  '6. 是否主张担保权利',
  '7. 是否主张实现债权的费用',
  '8. 是否主张诉讼费用',
  '9. 其他请求',
  '10. 标的总额',
];
const reasons = [
  '1. 合同的签订情况（名称、编号、签订时间、地点等；如无书面合同，请注明“无书面合同”）',
  '2. 合同主体',
  '3. 买卖标的物情况（标的物名称、规格、质量、数量等）',
  '4. 合同约定的价格及支付方式',
  '5. 合同约定的交货时间、地点、方式、风险承担、安装、调试、验收',
  '6. 合同约定的质量标准及检验方式、质量异议期限',
  '7. 合同约定的违约金（定金）',
  '8. 价款支付及标的物交付情况',
  '9. 是否存在迟延履行',
  '10. 是否催促过履行',
  '11. 买卖合同标的物有无质量争议',
  '12. 标的物质量规格或履行方式是否存在不符合约定的情况',
  '13. 是否曾就标的物质量问题进行协商',
  '14. 是否通知解除合同',
  '15. 被告应当支付的利息、违约金、赔偿金',
  '16. 是否签订物的担保（抵押、质押）合同',
  '17. 担保人、担保物',
  '18. 是否最高额担保（抵押、质押）',
  '19. 是否办理抵押、质押登记',
  '20. 是否签订保证合同',
  '21. 保证方式',
  '22. 其他担保方式',
  '23. 请求承担责任的依据',
  '24. 其他需要说明的内容（可另附页）',
  '25. 证据清单（可另附页）',
];
const others = ['第三人（自然人）', '第三人（法人、非法人组织）'];
const rest = [
  '诉讼请求',
  ...claims,
  '约定管辖和诉前保全',
  '1. 有无仲裁、法院管辖约定',
  '2. 是否已经诉前保全',
  '事实与理由',
  ...reasons,
  '对纠纷解决方式的意愿',
  '是否了解调解作为非诉讼纠纷解决方式，能及时、高效、低成本、不伤和气地解决纠纷',
  '是否了解先行调解解决纠纷的好处',
  '是否考虑先行调解',
];

describe('民事起诉状 after form 06 买卖合同纠纷 (法〔2025〕82号)', () => {
  it('keeps every head and row in its order, a row for each defendant', () => {
    expect(rowNames(form().html)).toEqual([
      '当事人信息',
      '原告（自然人）',
      '原告（法人、非法人组织）',
      '委托诉讼代理人',
      '被告（自然人）',
      '被告一（法人、非法人组织）',
      '被告二（法人、非法人组织）',
      ...others,
      ...rest,
    ]);
  });

  it('repeats the rows of plaintiffs, agents and natural persons sued', () => {
    const { html } = form({
      'claimants[0].agent': lawyer,
      'claimants[1]': { name: '何据明' },
      respondents: [{ name: '甄人', kind: 'person', roles: ['merchant'], address: '据例市' }],
    });
    expect(rowNames(html)).toEqual([
      '当事人信息',
      '原告一（自然人）',
      '原告二（自然人）',
      '原告（法人、非法人组织）',
      '原告一的委托诉讼代理人',
      '原告二的委托诉讼代理人',
      '被告（自然人）',
      '被告（法人、非法人组织）',
      ...others,
      ...rest,
    ]);
    expect(answer(html, '原告一的委托诉讼代理人')).toBe(
      '有√姓名：贾律单位：据例律师事务所职务：律师联系电话：19900000009代理权限：一般授权□特别授权√具体权限见授权委托书无□',
    );
    expect(answer(html, '原告二的委托诉讼代理人')).toBe(
      '有□姓名：单位：职务：联系电话：代理权限：一般授权□特别授权□无√',
    );
    expect(answer(html, '被告（自然人）')).toBe(
      '姓名：甄人性别：男□女□出生日期：不详民族：不详工作单位：不详职务：不详联系电话：不详' +
        '住所地（户籍所在地）：据例市经常居住地：不详证件类型：不详证件号码：不详',
    );
    expect(answer(html, '被告（法人、非法人组织）')).toBe('无');
  });

  it('asks of a natural person and of a company what the form asks, in its order', () => {
    const { html } = form({
      'respondents[0].kind': 'company',
      'respondents[0].name': '据例网络科技股份有限公司',
      'respondents[1].kind': 'sole-trader',
      'respondents[1].name': '据例市据南区何据卡券经营部',
    });
    expect(answer(html, '原告（自然人）')).toMatch(
      /^姓名：.+性别：男[□√]女[□√]出生日期：.+民族：.+工作单位：.+职务：.+联系电话：.+住所地（户籍所在地）：.+经常居住地：.+证件类型：.+证件号码：.+$/u,
    );
    expect(answer(html, '被告一（法人、非法人组织）')).toContain(
      '类型：有限责任公司□股份有限公司√上市公司□其他企业法人□事业单位□社会团体□基金会□社会服务机构□机关法人□' +
        '农村集体经济组织法人□城镇农村的合作经济组织法人□基层群众性自治组织法人□' +
        '个人独资企业□合伙企业□不具有法人资格的专业服务机构□所有制性质：国有□（控股□参股□）民营□其他',
    );
    const trader = answer(html, '被告二（法人、非法人组织）');
    expect(trader).toContain('名称：据例市据南区何据卡券经营部（个体工商户）');
    expect(trader).toContain('职务：经营者');
    expect(trader).not.toContain('√');
  });

  it('is chosen by the case alone, and has its own title', () => {
    const { text, missing } = form();
    expect(text).toMatch(/^民事起诉状（买卖合同纠纷）说明：/u);
    expect(text).toContain('★特别提示★');
    expect(text).toMatch(/具状人（签字、盖章）：日期：2026年11月18日$/u);
    expect(missing).toEqual([]);
    expect(text).not.toContain('送达地址');
    expect(renderPaper('small-claims').text).not.toContain('当事人信息');
  });

  it('carries the remarks of the form itself', () => {
    const { text } = form();
    for (const remark of [
      '说明：为了方便您更好地参加诉讼，保护您的合法权利，请填写本表。1.起诉时需',
      '不得改变要素内容、格式设置。',
      '★特别提示★诉讼参加人应遵守诚信原则如实认真填写表格。',
      '诉讼请求（原告为卖方时，填写第1项、第2项；原告为买方时，填写第3项、第4项；第5项至第10项为共同项）',
      '事实与理由（可完整表述纠纷涉及的事实与理由；',
      '（如申请诉讼保全，请另行提交诉讼保全申请及相关材料）',
    ]) {
      expect(text).toContain(remark);
    }
  });

  it('says 无 where nothing applies, and ticks 否 where the form asks', () => {
    const { html } = form();
    for (const name of [
      '原告（法人、非法人组织）',
      '被告（自然人）',
      ...others,
      ...claims.slice(0, 3),
      '7. 合同约定的违约金（定金）',
      '15. 被告应当支付的利息、违约金、赔偿金',
      '22. 其他担保方式',
    ]) {
      expect(answer(html, name), name).toBe('无');
    }
    const no = {
      '6. 是否主张担保权利': '是□内容：否√',
      '7. 是否主张实现债权的费用': '是□费用明细：否√',
      '1. 有无仲裁、法院管辖约定': '有□合同条款及内容：无√',
      '2. 是否已经诉前保全': '是□保全法院：保全时间：保全案号：否√（如申请诉讼保全，请另行提交诉讼保全申请及相关材料）',
      '9. 是否存在迟延履行': '是□迟延时间：逾期付款□逾期交货□否√',
      '14. 是否通知解除合同': '是□具体情况：否√',
      '16. 是否签订物的担保（抵押、质押）合同': '是□签订时间：否√',
      '17. 担保人、担保物': '担保人：无担保物：无',
      '18. 是否最高额担保（抵押、质押）': '是□担保债权的确定时间：担保额度：否√',
      '19. 是否办理抵押、质押登记': '是□正式登记□预告登记□否√',
      '20. 是否签订保证合同': '是□签订时间：保证人：主要内容：否√',
      '21. 保证方式': '一般保证□连带责任保证□无',
    };
    for (const [name, said] of Object.entries(no)) expect(answer(html, name), name).toBe(said);
  });

  it('puts a refund into items 4 and 9 with its prayer, and the sum into item 10', () => {
    const { html } = form();
    expect(answer(html, '4. 是否对标的物的瑕疵承担责任')).toBe('是√修理□重作□更换□退货√减少价款或者报酬□其他□否□');
    expect(answer(html, '9. 其他请求')).toContain('见上述请求第1项：判令被告一退还购买激活码的货款268.00元。');
    expect(answer(html, '10. 标的总额')).toBe('268.00元（大写：人民币贰佰陆拾捌元整）');
    expect(answer(html, '8. 是否主张诉讼费用')).toBe('是√见上述请求第3项：本案诉讼费用由各被告承担。否□');
  });

  it('has no defect in what is returned without a reason', () => {
    expect(answer(form({ 'claims[0].route': 'no-reason' }).html, '4. 是否对标的物的瑕疵承担责任')).toBe(
      '是□修理□重作□更换□退货□减少价款或者报酬□其他□否√',
    );
  });

  it('asks back the fee of a service under 其他, as nothing can be sent back', () => {
    const { html } = form({ 'orders[0].items[0].kind': 'membership' });
    expect(answer(html, '4. 是否对标的物的瑕疵承担责任')).toContain('退货□减少价款或者报酬□其他√退还服务费用否□');
    expect(answer(html, '2. 合同主体')).toMatch(
      /^出卖人（卖方）：被告一.*（服务提供者）买受人（买方）：原告.*（接受服务者）$/u,
    );
  });

  it('puts damages into item 3, triple damages into item 9, both into item 15 of the facts', () => {
    const { html } = form({
      claims: [
        { kind: 'damages', amount: '80.50', calculation: '重装系统支付80.50元。' },
        { kind: 'triple-damages', amount: '804.00' },
      ],
    });
    expect(answer(html, '3. 赔偿因卖方违约所受的损失')).toBe(
      '支付赔偿金：见上述请求第1项：判令被告一赔偿损失80.50元。违约类型：迟延履行□不履行□其他√' +
        '具体情形：见“事实与理由”。损失计算依据：重装系统支付80.50元。',
    );
    expect(answer(html, '9. 其他请求')).toContain('见上述请求第2项：判令被告一增加赔偿804.00元。');
    expect(answer(html, '15. 被告应当支付的利息、违约金、赔偿金')).toBe(
      '利息□违约金□赔偿金√赔偿损失80.50元；增加赔偿804.00元共计884.50元计算方式：见诉讼请求。',
    );
  });

  it('tells costs paid to others in item 7', () => {
    const { html } = form({ claims: [{ kind: 'costs', amount: '300.00', text: '负担公证费300元' }] });
    expect(answer(html, '7. 是否主张实现债权的费用')).toBe(
      '是√费用明细：见上述请求第1项：判令被告一负担公证费300元。否□',
    );
    expect(answer(html, '9. 其他请求')).not.toContain('公证费');
  });

  it('ticks how the contract ends, and agrees with the prayer (民法典 565)', () => {
    const item = '5. 要求继续履行或者解除合同';
    const asked = [{ kind: 'rescission' }, { kind: 'refund', amount: '268.00' }];
    expect(answer(form({ claims: asked }).html, item)).toBe(
      '继续履行□日内履行完毕付款□供货□义务判令解除合同√确认买卖合同已于年月日解除□' +
        '见上述请求第1项：解除原告与被告一之间的涉案合同。',
    );
    const notice = { at: '2026-10-20', kind: 'rescission-notice', text: '通知商家解除合同。', evidence: ['聊天-1'] };
    const { html } = form({ claims: asked, 'events[4]': notice });
    expect(answer(html, item)).toContain('判令解除合同□确认买卖合同已于2026年10月20日解除√');
    expect(answer(html, '14. 是否通知解除合同')).toBe(
      '是√具体情况：2026年10月20日，通知商家解除合同，见证据5（第20—21页）。否□',
    );
    expect(answer(form().html, item)).toContain('以提起本案诉讼的方式主张解除合同，见“事实与理由”第23项。');
    const performed = form({ claims: [{ kind: 'performance', text: '补发激活码' }] }).html;
    expect(answer(performed, item)).toContain('继续履行√日内履行完毕付款□供货√义务判令解除合同□');
  });

  it('gives price and payment of each order, with the way it was paid', () => {
    const item = '4. 合同约定的价格及支付方式';
    expect(answer(form().html, item)).toContain('单价268.00元；总价268.00元；以现金□转账□票据□（写明票据类型）其他√');
    expect(answer(form().html, item)).toContain('方式一次性√分期□支付分期方式：2026年10月3日');
    const { html } = form({ 'orders[0].payments[0].method': '银行转账' });
    expect(answer(html, item)).toContain('以现金□转账√票据□（写明票据类型）其他□方式');
  });

  it('tells what was paid and delivered, delay and demand in items 8 to 10', () => {
    expect(answer(form().html, '8. 价款支付及标的物交付情况')).toContain(
      '按期支付价款268.00元，逾期付款0元，逾期未付款0元原告共支付268.00元，尚未收到退款。按期交付标的物：见第11项、第12项逾期交付：无逾期未交付：无',
    );
    const { html } = form({ issues: ['not-credited-or-late'], keys: [] });
    expect(answer(html, '8. 价款支付及标的物交付情况')).toContain('按期交付标的物：无逾期交付：');
    expect(answer(html, '9. 是否存在迟延履行')).toContain(
      '是√逾期付款□逾期交货√迟延时间：承诺24小时内解决售后问题，期限为2026年10月4日20:11',
    );
    expect(answer(html, '10. 是否催促过履行')).toContain(
      '是√催促情况：2026年10月4日向据例数码专营店提出请求（编号GD000001）',
    );
    expect(answer(html, '4. 是否对标的物的瑕疵承担责任')).toContain('否√');
    expect(answer(html, '11. 买卖合同标的物有无质量争议')).toBe('有□具体情况：无√');
    expect(answer(html, '24. 其他需要说明的内容（可另附页）')).toContain('激活码在Windows11上两次激活均失败');
  });

  it('says that a service which stopped half way was not as agreed, and not that it was late', () => {
    const { html } = form({ issues: ['unused-membership-or-balance'], keys: [] });
    expect(answer(html, '9. 是否存在迟延履行')).toContain('否√');
    expect(answer(html, '12. 标的物质量规格或履行方式是否存在不符合约定的情况')).toContain('是√具体情况：');
  });

  it('ticks the kind of penalty that the clause names', () => {
    const item = '7. 合同约定的违约金（定金）';
    const agreed = (penalty: string) => answer(form({ terms: { penalty } }).html, item);
    expect(agreed('违约金为价款的10%')).toBe('违约金√定金□迟延履行违约金□违约金为价款的10%');
    expect(agreed('逾期发货的，按日支付违约金1元')).toContain('违约金□定金□迟延履行违约金√');
    expect(agreed('未约定违约金')).toContain('违约金□定金□迟延履行违约金□');
  });

  it('has reasons with their law in item 23 and what answers the other side in item 24', () => {
    const { html } = form();
    expect(answer(html, '23. 请求承担责任的依据')).toContain('合同约定：第12项所列承诺。法律规定：');
    expect(answer(html, '23. 请求承担责任的依据')).toContain('《中华人民共和国民法典》第五百七十七条');
    const others = answer(html, '24. 其他需要说明的内容（可另附页）');
    expect(others).toContain('不成为合同的内容');
    expect(others).toContain('与上述承诺不一致（见第11项）');
  });

  it('names witnesses with the list of evidence (民事诉讼法 124 第四项)', () => {
    const { html } = form({ witnesses: [{ name: '孙据', address: '据例市1号', proves: '购买经过' }] });
    expect(answer(html, '25. 证据清单（可另附页）')).toContain('证人：孙据，住所：据例市1号，证明：购买经过。');
  });

  it('quotes clauses on courts and arbitration, and preservation', () => {
    const terms = {
      arbitration: { text: '争议提交某仲裁委员会仲裁' },
      jurisdiction: { text: '由他市法院管辖', wasPointedOut: false },
    };
    const court = { layout: 'elements', preservation: '据例市人民法院，2026年10月20日，（2026）例01财保1号' };
    const { html } = form({ terms, court });
    expect(answer(html, '1. 有无仲裁、法院管辖约定')).toBe(
      '有√合同条款及内容：争议提交某仲裁委员会仲裁。由他市法院管辖。无□',
    );
    expect(answer(html, '2. 是否已经诉前保全')).toContain('是√保全法院：保全时间：保全案号：据例市人民法院');
  });

  it.each(['无', '没有。', '未申请诉前保全', '否'])(
    'ticks that nothing was preserved where the case says “%s”',
    (said) => {
      const { html } = form({ court: { layout: 'elements', preservation: said } });
      expect(answer(html, '2. 是否已经诉前保全')).toContain('是□保全法院：保全时间：保全案号：否√');
    },
  );

  it('leaves the boxes on mediation empty until the plaintiff has answered', () => {
    const benefits = '是否了解先行调解解决纠纷的好处';
    const { html, missing } = form({ court: { layout: 'elements' } });
    expect(answer(html, '是否考虑先行调解')).toBe('是□否□暂不确定，想要了解更多内容□');
    expect(answer(html, benefits).match(/了解□不了解□/g)).toHaveLength(5);
    expect(missing).toEqual([]);
    const answered = form().html;
    expect(answer(answered, '是否考虑先行调解')).toBe('是□否□暂不确定，想要了解更多内容√');
    expect(answer(answered, benefits).match(/了解√不了解□/g)).toHaveLength(5);
  });

  it('names the guardian of a minor beside the child', () => {
    const child = { 'claimants[0].birthDate': '2015-05-05' };
    const guardian = { name: '何据母', kind: 'guardian', relation: '母亲', authority: 'special' };
    const { html } = form({ ...child, 'claimants[0].agent': guardian });
    expect(answer(html, '原告（自然人）')).toContain('何据真（法定代理人：何据母，系原告的母亲）');
    expect(answer(html, '委托诉讼代理人')).toContain('无√');
    expect(form(child).missing.map(({ path }) => path)).toEqual(['claimants[0].agent']);
  });

  it.each(issueKinds)('has no empty brackets, doubled punctuation or open field in a case of %s', (issue) => {
    const { text } = form({ issues: [issue] });
    expect(text).not.toMatch(/（）|〔〕|“”|《》|undefined|null|[，；：、。][，；、。]/u);
  });

  it.each(situationNames)('keeps the rows and says nothing amiss in the situation %s', (name) => {
    const file = situationCase(name);
    const laidOut = { ...file, court: { ...file.court, layout: 'elements' as const } };
    const facts = createFacts(
      new Map(orderExhibits(laidOut).map((one) => [one.id, { ...one, firstPage: 9, pages: 1 }])),
    );
    const model = papers['small-claims'].build({ ...documentInput(), case: laidOut, facts, law: builtInLaw });
    const html = templates.render('small-claims', model);
    expect(rowNames(html).slice(-rest.length)).toEqual(rest);
    expect(faultsIn(html.replaceAll(/<[^>]+>|\s/g, ''), builtInLaw.provisions)).toEqual([]);
  });

  it('prints a draft with gaps', () => {
    const { text, missing } = form(draftChanges);
    for (const { label } of missing) expect(text).toContain(`〔待填写：${label}〕`);
    const paths = missing.map(({ path }) => path);
    for (const path of ['claimants[0].name', 'claimants[0].gender', 'respondents[1].address', 'orders', 'claims']) {
      expect(paths).toContain(path);
    }
  });
});
