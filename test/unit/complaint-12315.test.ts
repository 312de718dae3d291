import { describe, expect, it } from 'vitest';
import { groupChanges } from '../support/group-case.ts';
import { draftChanges, renderPaper } from '../support/rendered-paper.ts';

const paper = (changes: Record<string, unknown> = {}) => renderPaper('complaint-12315', changes);

describe('投诉书', () => {
  it('has the fields of the official form, in its order', () => {
    const { html } = paper();
    const heads = [...html.matchAll(/<th [^>]*>([^<]+)<\/th>/g)].map(([, head]) => head);
    expect(heads).toEqual([
      ...['登记单位', '编号'],
      ...['投诉人', '姓名', '联系电话', '证件类型', '证件号码', '联系地址'],
      ...['是否同意公示投诉信息', '是否同意委托调解'],
      ...['被投诉人一', '名称（姓名）', '联系人', '联系电话', '地址'],
      ...['被投诉人二', '名称（姓名）', '联系人', '联系电话', '地址'],
      ...['消费者权益争议事实依据', '时间', '地点', '内容', '涉及金额', '争议情况', '证据', '有关规定'],
      ...['投诉请求', '同一争议是否已向其他机构提出', '经办人'],
    ]);
    expect(html.match(/（由登记单位填写）/g)).toHaveLength(3);
  });

  it('ticks what was answered, and leaves both boxes empty and notes what was not', () => {
    expect(paper().text).toContain('是否同意公示投诉信息□是√否是否同意委托调解√是□否');
    const open = paper({ consents: { publishComplaint: true, notFiledElsewhere: true } });
    expect(open.text).toContain('是否同意公示投诉信息√是□否');
    expect(open.text).toContain('是否同意委托调解□是□否〔待填写：是否同意委托调解〕');
    expect(open.missing).toEqual([{ label: '是否同意委托调解', path: 'consents.delegateMediation' }]);
  });

  it('says that nobody else has the same dispute only for whoever confirmed it', () => {
    expect(paper().text).toContain('截至2026年11月18日，投诉人未就同一争议');
    for (const notFiledElsewhere of [false, undefined]) {
      const { text, missing } = paper({ 'consents.notFiledElsewhere': notFiledElsewhere });
      expect(text).not.toContain('未就同一争议');
      expect(text).toContain('〔待填写：是否已就同一争议向法院、仲裁机构、其他行政机关或者消费者协会提出〕');
      expect(missing.map(({ path }) => path)).toEqual(['consents.notFiledElsewhere']);
    }
  });

  it('says who else has the same dispute', () => {
    const { text } = paper({
      filings: [
        { body: 'merchant', status: 'refused' },
        { body: 'court', name: '据例市示例区人民法院', filedOn: '2026-11-01', reference: '案号一', status: 'accepted' },
      ],
    });
    expect(text).toContain('2026年11月1日向据例市示例区人民法院提出（编号案号一），已受理。');
    expect(text).toContain('《市场监督管理投诉举报处理办法》第十六条第二项');
    expect(text).not.toContain('未就同一争议');
  });

  it('calls shop and platform by their names in the form where a request is addressed to them', () => {
    const { text } = paper({ 'claims[0].text': '由店铺经营者和平台经营者共同退还268.00元。' });
    expect(text).toContain('1．被投诉人一、被投诉人二共同退还268.00元。');
  });

  it('lists provisions by rank, and those of one law by number', () => {
    const { text } = paper({ issues: ['not-credited-or-late', 'not-as-described'] });
    const [, listed = ''] = /有关规定(.*?)。/u.exec(text) ?? [];
    const inOrder = [
      '消费者权益保护法》第二十条第一款',
      '第二十三条',
      '第五十二条',
      '民法典》第五百零九条',
      '第五百七十七条',
    ];
    const places = [...inOrder, '第六百一十五条', '实施条例》第十二条'].map((part) => listed.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places.toSorted((first, second) => first - second)).toEqual(places);
  });

  it('sets the account after its own label', () => {
    expect(paper().text).toContain('，充值或者使用账号：heju***。');
  });

  it("asks for the guardian's papers beside a minor's", () => {
    const note = '随附投诉人和法定代理人身份证明、监护关系证明材料，供核验真实身份。';
    expect(paper({ 'claimants[0].birthDate': '2015-05-05' }).text).toContain(note);
    expect(paper().text).not.toContain('监护');
  });

  it('has each of several complainants sign after number and name', () => {
    const { text } = paper({ 'claimants[1]': { name: '何据实', birthDate: '2015-05-05' } });
    expect(text).toContain('投诉人一何据真（签名）：投诉人二何据实的法定代理人（签名）：');
    expect(paper().text).toContain('投诉人（签名）：');
  });

  it('leaves out what only a court decides', () => {
    const { text } = paper({
      claims: [
        { kind: 'refund', amount: '268.00' },
        { kind: 'costs', amount: '50.00' },
        { kind: 'other', text: '判令赔礼道歉' },
      ],
    });
    expect(text).toContain('请求总金额：268.00元');
    expect(text).not.toContain('50.00元');
    expect(text).not.toContain('赔礼');
  });

  it('does not complain of a payment provider beside a trader', () => {
    const { text } = paper({
      respondents: [
        { name: '据例商行', roles: ['merchant'], address: '据例市' },
        { name: '据例支付公司', roles: ['payment-provider'], address: '据例市' },
      ],
    });
    expect(text).toContain('据例商行');
    expect(text).not.toContain('据例支付公司');
  });

  it('names the agent and the papers an agent needs', () => {
    const { text } = paper({ 'claimants[0].agent': { name: '言据实', kind: 'lawyer', authority: 'general' } });
    expect(text).toContain('代为投诉受托人：言据实');
    expect(text).toContain('授权委托书原件和受托人身份证明（《市场监督管理投诉举报处理办法》第十一条）');
  });

  it('cites no measure that was not in force on its day', () => {
    const { text } = paper({
      date: '2026-04-14',
      'claimants[0].agent': { name: '言据实', kind: 'lawyer', authority: 'general' },
    });
    expect(text).not.toContain('投诉举报处理');
    expect(text).toContain('投诉人对所提供材料内容的真实性负责。');
    expect(text).toContain('随附授权委托书原件和受托人身份证明。');
  });

  it('shows and notes each missing fact under its path', () => {
    const { text, missing } = paper(draftChanges);
    expect(missing.map(({ path }) => path).sort()).toEqual(
      [
        'addressees.marketRegulator',
        'claimants[0].address',
        'claimants[0].idNumber',
        'claimants[0].name',
        'claimants[0].phone',
        'claims',
        'consents.delegateMediation',
        'consents.notFiledElsewhere',
        'consents.publishComplaint',
        'evidence',
        'orders',
        'respondents[0].address',
        'respondents[0].name',
        'statements.problem',
      ].sort(),
    );
    for (const { label } of missing) expect(text).toContain(`〔待填写：${label}〕`);
  });
});

describe('投诉书: 处理机关', () => {
  const sold = (channel: string, changes: Record<string, unknown> = {}) =>
    paper({ 'orders[0].channel': channel, ...changes }).text;

  it('names both offices for a shop on a platform (投诉举报处理办法 13 第三款)', () => {
    expect(sold('platform-shop', { 'respondents[0].publishedAddress': '据例市公示路1号' })).toContain(
      '被投诉人一系平台内经营者，在平台公示的地址为据例市公示路1号，平台经营者被投诉人二的住所地为据例省据例市示例区虚构大道99号，由平台公示地址所在地或者平台经营者住所地的县级市场监督管理部门处理（《市场监督管理投诉举报处理办法》第十三条第三款）。',
    );
  });

  it('names the office of the platform alone where no published address is known', () => {
    const text = sold('platform-shop');
    expect(text).toContain('，由平台经营者住所地的县级市场监督管理部门处理');
    expect(text).not.toContain('公示地址');
  });

  it('names the office of a trader with a site of its own (投诉举报处理办法 13 第二款)', () => {
    const own = { respondents: [{ name: '据例公司', roles: ['merchant'], address: '据例市一路1号' }] };
    expect(sold('own-site', own)).toContain(
      '被投诉人通过自建网站销售，住所地为据例市一路1号，由其住所地县级市场监督管理部门处理（《市场监督管理投诉举报处理办法》第十三条第二款）。',
    );
  });

  it('takes a platform that sells itself for a platform, not for a shop in one', () => {
    const both = { respondents: [{ name: '据例平台', roles: ['merchant', 'platform'], address: '据例市二路2号' }] };
    expect(sold('platform-shop', both)).toContain('被投诉人系电子商务平台经营者，住所地为据例市二路2号，由其住所地');
  });

  it('says nothing where the case does not carry it, for a private chat, and cites nothing before the measure', () => {
    expect(paper().text).not.toContain('县级市场监督管理部门');
    expect(sold('private-chat')).not.toContain('县级市场监督管理部门');
    expect(sold('own-site', { respondents: [{ name: '据例公司', roles: ['merchant'] }] })).not.toContain('县级');
    expect(sold('own-site', { date: '2026-04-14' })).not.toContain('第十三条');
  });
});

describe('投诉书: 多名投诉人', () => {
  const group = (changes: Record<string, unknown> = {}) => paper({ ...groupChanges(), ...changes });

  it('has representatives fill and sign the form, and a list for all to sign (投诉举报处理办法 12)', () => {
    const { text } = group();
    expect(text).toContain('投诉人共3人，见所附《投诉人名单和代表人推选书》代表人一姓名何据真');
    expect(text).toContain('代表人二姓名言据例');
    expect(text).not.toContain('姓名任例证');
    expect(text).toContain('代表人一何据真（签名）：代表人二言据例（签名）：2026年');
    expect(text).toContain('各投诉人共支付1072.00元');
    expect(text).toContain(
      '下列3名投诉人就与据例数码科技有限公司、据例网络交易平台有限公司的同一消费者权益争议共同投诉，同意按共同投诉处理，并推选何据真、言据例为代表人进行投诉（《市场监督管理投诉举报处理办法》第十二条）。',
    );
    expect(text).toContain('投诉人名单和代表人推选书');
    expect(text).toContain('3任例证19900000013居民身份证：00000019930303003X据例市虚构路3号');
    expect(text).toContain('随附全体投诉人签名的《投诉人名单和代表人推选书》');
  });

  it('asks for the second representative where one is named', () => {
    const { text, missing } = group({ representatives: ['甲'] });
    expect(text).toContain('并推选何据真、〔待填写：第二名代表人〕为代表人');
    expect(missing.map(({ path }) => path)).toContain('representatives');
  });

  it('has all sign in the list where nobody was chosen, for representatives are no duty', () => {
    const { text, missing } = group({ representatives: [] });
    expect(text).toContain('投诉人共3人，见所附《投诉人名单》是否同意公示');
    expect(text).not.toContain('（签名）：');
    expect(text).toContain('各人在《投诉人名单》上签名；可以书面推选两名代表人');
    expect(missing).toEqual([]);
  });

  it('keeps a block and a signature for each of two', () => {
    const { claimants, orders, claims } = groupChanges();
    const { text } = group({
      claimants: claimants.slice(0, 2),
      orders: orders.slice(0, 2),
      claims: [claims[0], { ...claims[1], against: ['商家'] }],
      evidence: groupChanges().evidence.filter(({ claimant }) => claimant !== '丙'),
    });
    expect(text).toContain('投诉人一姓名何据真');
    expect(text).toContain('投诉人二姓名言据例');
    expect(text).not.toContain('投诉人名单');
    expect(text).toContain('1．向投诉人一退还货款268.00元。2．被投诉人一向投诉人二退还货款208.00元。');
    expect(text).toContain('投诉人订单和金额表');
  });

  it('asks in one line for sums that the table holds, and the table adds up to the total', () => {
    const { text } = group();
    expect(text).toContain('1．向各投诉人退还货款，合计1012.00元，各人金额见《投诉人订单和金额表》。');
    expect(text).toContain('请求总金额：1012.00元');
    expect(text).toContain('合计1072.00元60.00元1012.00元');
    expect(text).toContain('投诉人二：2026年10月3日20:10下单。');
    expect(text.match(/网络交易，据例商城/gu)).toHaveLength(1);
  });

  it('names whom it is paid to and by whom, and keeps what is no sum in its own words', () => {
    const { claims } = groupChanges();
    const damages = { kind: 'damages', claimant: '丙', amount: '20.00', against: ['商家'] };
    const { text } = group({
      claims: [...claims, damages, { kind: 'performance', claimant: '乙', text: '补发激活码' }],
    });
    expect(text).toContain('2．被投诉人一向投诉人三赔偿损失，合计20.00元，各人金额见');
    expect(text).toContain('3．投诉人二请求：补发激活码。');
  });

  it('has no list and no table for one complainant', () => {
    const { html } = paper();
    expect(html).not.toContain('class="annex"');
    expect(html).not.toContain('claimant-schedule');
  });
});

describe('投诉书: 代为投诉', () => {
  const acted = (changes: Record<string, unknown>) => paper(changes);

  it('tells a guardian from an agent (民法典 23)', () => {
    const guardian = { name: '何例', kind: 'guardian', relation: '母亲', authority: 'general', phone: '19900000021' };
    const { text } = acted({ 'claimants[0].agent': guardian, 'claimants[0].birthDate': '2015-05-05' });
    expect(text).toContain('代为投诉法定代理人：何例（系投诉人的母亲），联系电话：19900000021');
    expect(text).not.toContain('授权委托书');
  });

  it('asks for the guardian of a minor for whom somebody else acts', () => {
    const agent = { name: '言据实', kind: 'lawyer', authority: 'general' };
    const { text, missing } = acted({ 'claimants[0].agent': agent, 'claimants[0].birthDate': '2015-05-05' });
    expect(text).toContain('法定代理人：〔待填写：投诉人的法定代理人〕；受托人：言据实');
    expect(missing.map(({ path }) => path)).toEqual(['claimants[0].agent']);
  });

  it('points to the letter of authority for what an agent may do (投诉举报处理办法 11)', () => {
    const agent = { name: '言据实', kind: 'lawyer', authority: 'general', organisation: '据例律师事务所' };
    expect(acted({ 'claimants[0].agent': agent }).text).toContain(
      '受托人：言据实，据例律师事务所，委托事项、权限和期限见授权委托书',
    );
  });
});
