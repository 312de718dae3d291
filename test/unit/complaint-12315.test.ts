import { describe, expect, it } from 'vitest';
import { renderPaper, unknownParties } from '../support/rendered-paper.ts';

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
    expect(listed).toBe(
      '《中华人民共和国消费者权益保护法》第二十条第一款、第二十三条第二款、第二十六条第二款、第三款、第五十二条，《中华人民共和国民法典》第五百零九条第一款、第五百一十二条第二款、第五百七十七条、第五百八十二条、第六百一十五条、第六百一十七条，《中华人民共和国消费者权益保护法实施条例》第十二条、第十七条',
    );
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
    const { text, missing } = paper({
      addressees: {},
      consents: {},
      claimants: [{}],
      respondents: unknownParties,
      orders: [],
      keys: [],
      promises: [],
      events: [],
      filings: [],
      claims: [],
      statements: {},
      evidence: [],
    });
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
