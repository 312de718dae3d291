import { describe, expect, it } from 'vitest';
import { issueKinds, paperIds } from '../../electron/contract/case/case-kinds.ts';
import { draftChanges, renderPaper } from '../support/rendered-paper.ts';

const paper = (changes: Record<string, unknown> = {}) => renderPaper('small-claims', changes);
const merchant = { name: '据例数码科技有限公司', roles: ['merchant'], address: '据例市虚构大道88号' };

describe('民事起诉状', () => {
  it('has what 民事诉讼法 124 asks of the parties', () => {
    const { text, missing } = paper();
    expect(text).toContain(
      '原告：何据真，女，1990年3月7日出生，汉族，职业：教师，工作单位：据例市示例小学，住所地：据例省据例市示例区虚构路1号2单元301室，联系电话：19900000001',
    );
    expect(text).toContain(
      '被告一：据例数码科技有限公司（网店名称：据例数码专营店），住所地：据例省据例市示例区虚构大道88号5层',
    );
    expect(text).toContain('法定代表人（主要负责人）：贾示例，执行董事');
    expect(text).toContain('此致据例市示例区人民法院');
    expect(missing).toEqual([]);
  });

  it('makes as many copies as there are defendants', () => {
    expect(paper().text).toContain('1．本起诉状副本2份2．证据目录和证据材料3份（提交人民法院1份，被告2份）');
    expect(paper({ respondents: [merchant] }).text).toContain('本起诉状副本1份');
  });

  it('numbers the requests, totals them in capitals and ends with the court fee', () => {
    const { text } = paper({
      respondents: [merchant],
      claims: [
        { kind: 'refund', amount: '268.00', calculation: '实付268.00元。' },
        { kind: 'damages', text: '赔偿重装系统的费用', amount: '80.50' },
        { kind: 'costs' },
      ],
    });
    expect(text).toContain('1．判令被告退还货款268.00元；计算方式：实付268.00元。');
    expect(text).toContain('2．判令被告赔偿重装系统的费用，金额80.50元；3．本案诉讼费用由被告承担。');
    expect(text).toContain('请求总金额：348.50元（大写：人民币叁佰肆拾捌元伍角整）');
  });

  it('asks the seller for the money and leaves what the platform owes to the law', () => {
    const { text } = paper();
    expect(text).toContain('1．判令被告一退还购买激活码的货款268.00元；');
    expect(text).toContain('2．判令被告二就上述款项依法承担相应责任；3．本案诉讼费用由各被告承担。');
    expect(text).toContain('《中华人民共和国消费者权益保护法》第四十四条');
    expect(text).not.toContain('连带责任');
  });

  it('keeps the subject that a request names', () => {
    const { text } = paper({ 'claims[0].text': '由店铺经营者和平台经营者共同退还268.00元' });
    expect(text).toContain('1．判令被告一、被告二共同退还268.00元；');
    expect(text).toContain('2．本案诉讼费用由各被告承担。');
  });

  it.each([
    ['请求赔偿损失20元', '判令被告赔偿损失20元'],
    ['请依法判令退还268.00元', '判令被告退还268.00元'],
    ['被告退还268.00元', '判令被告退还268.00元'],
    ['由“据例店”店铺退还268.00元', '判令被告退还268.00元'],
    ['据例数码科技有限公司退还268.00元', '判令被告退还268.00元'],
    ['判令平台退还268.00元', '判令平台退还268.00元'],
    ['由据例担保公司退还268.00元', '判令由据例担保公司退还268.00元'],
    ['平台服务费268.00元的退还', '判令被告平台服务费268.00元的退还'],
    ['解除合同，退还货款268.00元', '解除原告与被告之间的涉案合同，判令被告退还货款268.00元'],
    ['请求解除与被告的服务合同', '解除原告与被告之间的涉案合同，判令被告退还货款268.00元'],
    ['确认退款条款无效', '确认退款条款无效，金额268.00元'],
  ])('asks the court for “%s” as a prayer', (written, prayer) => {
    const { text } = paper({ respondents: [{ ...merchant, shopName: '据例店' }], 'claims[0].text': written });
    expect(text.replaceAll(/(?<=损失20元)，金额268\.00元/gu, '')).toContain(`1．${prayer}；`);
  });

  it.each(['诉讼费由被告承担', '本案受理费由被告负担'])('makes “%s” the last prayer, without a sum', (written) => {
    const fee = { kind: 'costs', text: written, amount: '50.00' };
    const refund = { kind: 'refund', amount: '268.00' };
    const { text } = paper({ respondents: [merchant], claims: [fee, refund] });
    expect(text).toContain('1．判令被告退还货款268.00元；2．本案诉讼费用由被告承担。请求总金额：268.00元');
    expect(text).not.toContain('50.00');
  });

  it('keeps costs paid to others beside the court fee', () => {
    const { text } = paper({ 'claims[1]': { kind: 'costs', text: '负担诉讼费以外的公证费', amount: '80.00' } });
    expect(text).toContain('判令被告一负担诉讼费以外的公证费，金额80.00元；');
  });

  it('pleads that the contract is ended by this suit where no prayer says so (民法典 565 第二款), once', () => {
    const { text } = paper({ issues: ['does-not-activate', 'not-credited-or-late'] });
    const pleaded =
      '原告据此以提起本案诉讼的方式主张解除合同（《中华人民共和国民法典》第五百六十五条第二款），请求被告一返还已付款项。';
    expect(text.split(pleaded)).toHaveLength(2);
    expect(text).not.toContain('判令解除');
    expect(paper({ issues: ['not-as-described'] }).text).not.toContain('主张解除合同');
  });

  const rescission = { kind: 'rescission' };
  const refund = { kind: 'refund', amount: '268.00' };
  const notice = { at: '2026-10-20', kind: 'rescission-notice', text: '通知商家解除合同。', evidence: [] };

  it('asks the court to end the contract, and says so in the reasons', () => {
    const { text } = paper({ respondents: [merchant], claims: [rescission, refund] });
    expect(text).toContain('1．解除原告与被告之间的涉案合同；2．判令被告退还货款268.00元；');
    expect(text).toContain('原告据此请求解除合同，并请求被告返还已付款项。');
    expect(text).not.toContain('以提起本案诉讼的方式');
    expect(text).toContain('本案请求解除合同并给付金钱，如符合');
  });

  it('asks the court to find that a notice has ended it on that day (民法典 565 第一款)', () => {
    const { text, missing } = paper({ respondents: [merchant], claims: [rescission, refund], 'events[4]': notice });
    expect(text).toContain('1．确认原告与被告之间的涉案合同于2026年10月20日解除；');
    expect(text).toContain(
      '原告已据此通知解除合同，合同自通知到达对方时解除（《中华人民共和国民法典》第五百六十五条第一款），现请求确认合同已经解除',
    );
    expect(missing).toEqual([]);
    const vague = paper({ claims: [rescission], 'events[4]': { ...notice, precision: 'approximate' } });
    expect(vague.text).toContain('于〔待填写：解除合同的通知到达对方的日期〕解除');
    expect(vague.missing.map(({ path }) => path)).toContain('events[4].at');
  });

  it('asks for the ground of a rescission where the case shows none', () => {
    const changes = { issues: ['automatic-renewal'], claims: [rescission], 'statements.additional': undefined };
    expect(paper(changes).text).toContain('原告请求解除合同的事实和依据：〔待填写：解除合同的事实和依据〕。');
    expect(paper({ ...changes, 'statements.additional': '双方另有约定。' }).text).not.toContain('待填写');
  });

  it.each([
    [['not-as-described'], {}, '被告一的履行与上述承诺不一致（见“争议情况”），应当退还上述款项。'],
    [['does-not-activate'], { promises: [] }, '被告一的履行不符合约定（见“争议情况”），应当退还上述款项。'],
    [['not-credited-or-late'], {}, '被告一未按约定期限履行（见“争议情况”），应当退还上述款项。'],
    [['not-credited-or-late'], { promises: [] }, '被告一未按约定履行（见“争议情况”），应当退还上述款项。'],
    [['unused-membership-or-balance'], { 'claims[0].kind': 'partial-refund' }, '应当退还所请求的款项。'],
  ])('applies the law to %j with %j before it concludes', (issues, changes, applied) => {
    const { text } = paper({ issues, ...changes });
    expect(text).toContain(`${applied}关于管辖：`);
  });

  it.each([
    [['minor-top-up'], {}],
    [['not-as-described'], { claims: [{ kind: 'damages', amount: '20.00' }] }],
  ])('applies nothing to %j with %j', (issues, changes) => {
    expect(paper({ issues, ...changes }).text).not.toContain('原告认为，');
  });

  it('finds no fault in what was returned without a reason (消费者权益保护法 25)', () => {
    const { text } = paper({ 'claims[0].route': 'no-reason' });
    expect(text).not.toContain('原告认为，');
  });

  it('cites no consumer law for what was bought to be sold on (消费者权益保护法 2)', () => {
    expect(paper().text).toContain('《中华人民共和国消费者权益保护法》第四十四条');
    expect(paper({ 'orders[0].purpose': 'resale' }).text).not.toContain('消费者权益保护法');
  });

  it("puts the platform's own mark before what a platform owes in general", () => {
    const { text } = paper({ 'promises[0].promised': '商品页面标注“据例自营”。' });
    const own = text.indexOf(
      '涉案商品页面标注“据例自营”，见证据3（第16—17页）。原告据此请求被告二承担商品销售者的责任。',
    );
    expect(own).toBeGreaterThan(text.indexOf('或者虽非自营但所作标识等足以误导消费者相信系其自营的'));
    expect(text.indexOf('被告二系网络交易平台提供者')).toBeGreaterThan(own);
    expect(paper({ 'promises[0].promised': '商品页面标注“非自营”。' }).text).not.toContain('自营');
  });

  it('asks the court itself to find a term void', () => {
    const { text } = paper();
    expect(text).toContain('主张其内容无效，请人民法院依法认定（《中华人民共和国民法典》第四百九十七条');
    expect(text).not.toContain('仲裁机构的认定为准');
  });

  it('names no cause and no rule of sale while no order is known', () => {
    const { text, missing } = paper({ orders: [], keys: [], claims: [{ kind: 'refund', amount: '1.00' }] });
    expect(text).toContain('案由：〔待填写：案由〕');
    expect(text).toContain('判令被告一退还已付款项1.00元');
    expect(text).not.toMatch(/第六百一十[五七]条/u);
    expect(missing.map(({ path }) => path)).toContain('orders');
  });

  it("leaves the rule for a minor's top-up open while the age is unknown", () => {
    const { text, missing } = paper({ issues: ['minor-top-up'] });
    expect(text).toContain('〔待填写：充值的未成年人的出生日期〕');
    expect(text).not.toContain('八周岁');
    expect(missing.map(({ path }) => path)).toEqual(['claimants[0].birthDate']);
    const child = paper({ issues: ['minor-top-up'], 'claimants[0].birthDate': '2015-05-05' });
    expect(child.text).toContain('八周岁以上的未成年人');
    expect(child.text).not.toContain('〔待填写：充值');
  });

  it('tells an order once: not again when the statement names its number and sum', () => {
    const stated = '2026年10月3日，投诉人购买激活码，订单号JL20261003000001，付款268元{证据:订单-1}。';
    expect(paper({ 'statements.background': stated }).text).not.toContain('涉案订单于');
    expect(paper().text).toContain('涉案订单于2026年10月3日20:10在据例商城“据例数码专营店”店铺提交');
  });

  it('makes the account from the rows where nothing is stated', () => {
    const { text } = paper({ statements: {} });
    expect(text).toContain('原告在据例商城“据例数码专营店”店铺向被告一购买“文档办公软件激活码”');
    expect(text).toContain(
      '关于适用系统，被告一在商品详情页承诺：商品页写明适用Windows11；实际情况：只能在Windows10上激活，见证据3（第16—17页）、证据4（第18—19页）。',
    );
    expect(text).toContain(
      '状态为无法激活：在Windows11上两次输入，均提示“此激活码不适用于当前系统”，见证据4（第18—19页）。',
    );
    expect(text).toContain(
      '2026年10月4日，原告向据例数码专营店提出请求（编号GD000001），未获同意；商家答复虚拟商品不退不换，见证据5（第20—21页）。',
    );
  });

  it('gives a statement without references those of its rows, and says that a used key was used', () => {
    const { text } = paper({ 'statements.problem': '激活码不能使用。', 'keys[0].state': 'partly-used' });
    expect(text).toContain('激活码不能使用。以上见证据3（第16—17页）、证据4（第18—19页）。');
    expect(text).toContain('目前的状态为已部分使用。');
  });

  it('says 投诉人 and 申请人 as 原告, and leaves words alone that only begin alike', () => {
    const { text } = paper({ 'statements.reply': '申请人和投诉人均被告知可以申请人民法院处理，被投诉人未到场。' });
    expect(text).toContain('原告和原告均被告知可以申请人民法院处理，被告未到场。');
  });

  it('asks for small-claims procedure conditionally, and only for money', () => {
    expect(paper().text).toContain(
      '如符合《中华人民共和国民事诉讼法》第一百六十五条第一款规定的条件，请依法适用小额诉讼程序审理',
    );
    expect(paper({ claims: [{ kind: 'performance', text: '继续履行' }] }).text).not.toContain('小额诉讼');
    const aboveEveryLine = { 'claims[0].amount': '300000.00', court: { province: '江苏' } };
    expect(paper(aboveEveryLine).text).not.toContain('小额诉讼');
    expect(paper({ ...aboveEveryLine, 'claims[0].amount': '200000.00' }).text).toContain('小额诉讼');
  });

  const triple = { kind: 'triple-damages', amount: '804.00' };

  it('pleads fraud only where it is claimed, with falsehood and knowledge told and proved (总则编解释 21)', () => {
    expect(paper().text).not.toContain('欺诈');
    const told = {
      falsehood: '商品页写明适用 Windows 11，实际不适用。',
      knowledge: '客服承认早已知道。',
      evidence: ['聊天-1'],
    };
    const { text } = paper({ claims: [triple], fraud: told });
    expect(text).toContain('第五十五条第一款');
    expect(text).toContain(
      '虚假陈述或者隐瞒的事实：商品页写明适用Windows11，实际不适用；被告一对此明知的事实：客服承认早已知道，见证据5（第20—21页）。原告据此请求增加赔偿；是否构成欺诈，请人民法院依法认定。',
    );
    expect(text).not.toContain('待填写');
    const bare = paper({ claims: [triple] });
    expect(bare.missing.map(({ path }) => path)).toEqual(['fraud.evidence', 'fraud.falsehood', 'fraud.knowledge']);
    const unproved = paper({ claims: [triple], fraud: { ...told, evidence: [] } });
    expect(unproved.text).toContain('见〔待填写：证明上述事实的证据〕');
    const cited = paper({ claims: [triple], fraud: { ...told, knowledge: '客服承认{证据:聊天-1}。', evidence: [] } });
    expect(cited.missing).toEqual([]);
  });

  it('counts triple damages from 服务费用 where a service was paid (消费者权益保护法 55 第一款)', () => {
    const membership = [{ name: '据例会员', kind: 'membership', unitPrice: '268.00' }];
    const { text } = paper({ 'orders[0].items': membership, claims: [triple] });
    expect(text).toContain('按服务费用268.00元的三倍计算');
    expect(text).not.toContain('购买价款');
  });

  it.each([
    ['268.00', '804.00', '计算方式：按购买价款268.00元的三倍计算。'],
    ['100.00', '500.00', '计算方式：购买价款100.00元的三倍不足500.00元，按500.00元计算。'],
    ['268.00', '800.00', '计算方式：〔待填写：增加赔偿的计算方式〕。'],
    ['100.00', '300.00', '计算方式：〔待填写：增加赔偿的计算方式〕。'],
  ])('of %s paid makes %s of additional damages only by the rule', (paid, amount, calculation) => {
    const { text, missing } = paper({
      'orders[0].payments[0].amount': paid,
      claims: [{ kind: 'triple-damages', amount }],
    });
    expect(text).toContain(calculation);
    const isOpen = missing.some(({ path }) => path === 'claims[0].calculation');
    expect(isOpen).toBe(calculation.includes('待填写'));
  });

  it('has a guardian act and sign for a minor', () => {
    const child = { 'claimants[0].birthDate': '2015-05-05' };
    const alone = paper(child);
    expect(alone.text).toContain('法定代理人：〔待填写：原告的法定代理人〕');
    expect(alone.text).toContain('具状人的法定代理人（签名）');
    const parent = { name: '何据母', kind: 'relative', authority: 'special', phone: '19900000004' };
    const { text } = paper({ ...child, 'claimants[0].agent': parent });
    expect(text).toContain('法定代理人：何据母，联系电话：19900000004。');
    expect(text).not.toContain('授权委托书');
  });

  it('lets each of several plaintiffs ask for what is owed to them', () => {
    const { text } = paper({
      'claimants[0].id': '甲',
      'claimants[1]': { id: '乙', name: '何据明' },
      respondents: [merchant],
      claims: [
        { kind: 'refund', amount: '268.00', claimant: '甲' },
        { kind: 'damages', amount: '80.00', claimant: '乙' },
        { kind: 'costs', text: '负担公证费', amount: '50.00', claimant: '乙' },
        { kind: 'rescission', claimant: '乙' },
        { kind: 'rescission' },
      ],
    });
    expect(text).toContain('1．判令被告向原告一退还货款268.00元；2．判令被告向原告二赔偿损失80.00元；');
    expect(text).toContain('3．判令被告负担原告二的公证费，金额50.00元；4．解除原告二与被告之间的涉案合同；');
    expect(text).toContain('5．解除各原告与被告之间的涉案合同；');
    expect(text).toContain('原告二：何据明');
  });

  it('adds up triple damages from the orders of the plaintiff who asks', () => {
    const second = {
      id: '订单二',
      claimant: '乙',
      items: [{ name: '激活码', kind: 'card-key', unitPrice: '200.00' }],
      payments: [{ method: '据例支付', amount: '200.00' }],
    };
    const changes = {
      'claimants[0].id': '甲',
      'claimants[1]': { id: '乙', name: '何据明' },
      'orders[0].claimant': '甲',
      'orders[1]': second,
    };
    const { text } = paper({ ...changes, claims: [{ kind: 'triple-damages', amount: '600.00', claimant: '乙' }] });
    expect(text).toContain('按购买价款200.00元的三倍计算');
  });

  it('asks those respondents whom the claim names', () => {
    const { text } = paper({ claims: [{ kind: 'refund', amount: '268.00', against: ['商家', '平台'] }] });
    expect(text).toContain('1．判令被告一、被告二退还货款268.00元；2．本案诉讼费用由各被告承担。');
  });

  it('asks nothing of a payment provider that the case does not say (no duty to repay an authorised purchase)', () => {
    const provider = { id: '支付', name: '据例支付有限公司', roles: ['payment-provider'], address: '据例市' };
    const { text, missing } = paper({ respondents: [merchant, provider] });
    expect(text).toContain('2．判令〔待填写：对被告二的诉讼请求〕；3．本案诉讼费用由各被告承担。');
    expect(missing.map(({ path }) => path)).toContain('claims');
    const named = { kind: 'other', text: '由支付机构提供交易记录', against: ['支付'] };
    const { text: asked } = paper({ respondents: [merchant, provider], 'claims[1]': named });
    expect(asked).toContain('2．判令被告二提供交易记录；');
    expect(asked).not.toContain('待填写：对被告二');
  });

  it('names witnesses with their homes (民事诉讼法 124 第四项)', () => {
    const { text, missing } = paper({ witnesses: [{ name: '何见证', proves: '在场看到激活失败。' }] });
    expect(text).toContain('证人：何见证，住所：〔待填写：证人住所〕，证明：在场看到激活失败。');
    expect(missing.map(({ path }) => path)).toEqual(['witnesses[0].address']);
  });

  it('has a guardian named as one act without an authority, whatever the age (民法典 23)', () => {
    const guardian = { name: '何据母', kind: 'guardian', relation: '母亲', authority: 'special' };
    const { text } = paper({ 'claimants[0].agent': guardian });
    expect(text).toContain('法定代理人：何据母，系原告的母亲。');
    expect(text).toContain('法定代理人身份证明和监护关系证明');
    expect(text).not.toContain('授权委托书');
  });

  it('shows and notes each missing fact under its path', () => {
    const { text, missing } = paper({
      ...draftChanges,
      claimants: [{ agent: { kind: 'lawyer', authority: 'special' } }],
    });
    expect([...new Set(missing.map(({ path }) => path))].sort()).toEqual(
      [
        'addressees.court',
        ...['address', 'birthDate', 'employer', 'ethnicity', 'gender', 'name', 'occupation', 'phone'].map(
          (field) => `claimants[0].${field}`,
        ),
        'claimants[0].agent.name',
        'claimants[0].agent.organisation',
        'claims',
        'evidence',
        'orders',
        'respondents[0].address',
        'respondents[0].name',
        'respondents[1].address',
        'respondents[1].name',
        'statements.additional',
        'statements.problem',
      ].sort(),
    );
    expect(text).toContain('〔待填写：被告一住所地〕');
    for (const { label } of missing) expect(text).toContain(`〔待填写：${label}〕`);
  });
});

describe('every paper', () => {
  const forbidden =
    /必须退款|一定胜诉|卡密一律|强制退款|必须先行赔付|小时内必须|必赢|曝光|投诉举报处理暂行办法|前五日|十倍|网络购物合同纠纷/u;

  it.each(issueKinds)('keeps the wording that is never printed out of a case of %s', (issue) => {
    for (const id of paperIds) {
      for (const kind of ['refund', 'triple-damages']) {
        const { text } = renderPaper(id, { issues: [issue], claims: [{ kind, amount: '600.00' }] });
        expect(text).not.toMatch(forbidden);
      }
    }
  });
});
