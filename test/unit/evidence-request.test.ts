import { describe, expect, it } from 'vitest';
import { issueKinds } from '../../electron/contract/case/case-kinds.ts';
import { renderPaper } from '../support/rendered-paper.ts';

const paper = (changes: Record<string, unknown> = {}) => renderPaper('evidence-request', changes);
const merchant = { id: '商家', name: '据例数码科技有限公司', roles: ['merchant'], address: '据例市虚构大道88号' };
const item = (kind: string) => ({ 'orders[0].items': [{ name: '据例商品', kind, unitPrice: '268.00' }], keys: [] });

describe('调取证据申请书', () => {
  it('asks an opponent to produce what it holds, with all that 证据规定 45 asks for', () => {
    const { text, missing } = paper();
    expect(text).toContain('责令被告一（据例数码科技有限公司）提交：');
    expect(text).toContain(
      '1涉案订单的卡密来源、发放时间和方式，以及激活、核销记录（时间、账号、设备或者网络地址）卡密的适用范围，是否曾被激活，用以认定交付的卡密是否符合约定由该单位的系统生成、保存，申请人没有查询权限',
    );
    expect(text).toContain('责令被告二（据例网络交易平台有限公司）提交：');
    expect(text).toContain('第1、2项在对方当事人控制之下，请人民法院责令其提交');
    expect(text).toContain('的解释》第一百一十二条，《最高人民法院关于民事诉讼证据的若干规定》第四十五条第一款');
    expect(text).toContain('《中华人民共和国电子商务法》第六十二条');
    expect(text).toContain('《中华人民共和国电子商务法》第三十一条');
    expect(text).not.toContain('第六十七条');
    expect(missing).toEqual([]);
  });

  it('asks the court to collect what a platform holds that is not sued (民事诉讼法 67 第二款)', () => {
    const { text } = paper({ respondents: [merchant] });
    expect(text).toContain('向“据例商城”的经营者（案外人）调取：');
    expect(text).toContain(
      '第2项由案外人持有，申请人因客观原因不能自行收集，请人民法院调查收集（《中华人民共和国民事诉讼法》第六十七条第二款）。',
    );
    expect(text).toContain('第1项在对方当事人控制之下');
  });

  it('takes what the case asks for and nothing else', () => {
    const requests = [
      { holder: '平台', records: '登录日志', proves: '账号由谁登录', reason: '平台拒绝提供{证据:聊天-1}' },
      { holderName: '据例软件公司', records: '激活日志', proves: '激活时间' },
      { records: '短信记录', proves: '何时收到验证码' },
    ];
    const { text, missing } = paper({ recordRequests: requests });
    expect(text).toContain('责令被告二（据例网络交易平台有限公司）提交：');
    expect(text).toContain('1登录日志账号由谁登录平台拒绝提供，见证据5（第20—21页）');
    expect(text).toContain('向据例软件公司调取：');
    expect(text).toContain('向〔待填写：持有该证据的单位〕调取：');
    expect(text).not.toContain('卡密来源');
    expect(missing.map(({ path }) => path)).toEqual(['recordRequests[2].holder']);
  });

  it.each([
    ['game-credit', '充值指令的提交记录'],
    ['membership', '会员开通、使用、到期和停用记录'],
  ])('asks for the records of %s, and keeps content services out of the e-commerce law (2 第三款)', (kind, records) => {
    const { text } = paper(item(kind));
    expect(text).toContain(records);
    expect(text).not.toContain('电子商务法');
    expect(text).not.toContain('卡密');
  });

  it('asks whether a key was used before delivery only where that is the question', () => {
    expect(paper({ 'keys[0].state': 'used-before-delivery' }).text).toContain('卡密在交付前是否已被使用、由谁使用');
    expect(paper().text).not.toContain('交付前是否已被使用');
  });

  it.each([
    [{ issues: ['not-as-described'], 'keys[0].state': 'activated' }, '商品页面、宣传内容的发布和修改记录'],
    [{ issues: ['no-after-sales'], 'keys[0].state': 'partly-used' }, '售后请求的接收、处理和答复记录'],
    [{ ...item('game-credit'), issues: ['minor-top-up'] }, '充值账号的实名信息'],
    [{ ...item('membership'), issues: ['false-description'] }, '商品页面、宣传内容的发布和修改记录'],
  ])('asks for nothing that is not in dispute: %j', (changes, records) => {
    const { text } = paper(changes);
    expect(text).toContain(`1涉案订单的${records}`);
    expect(text).not.toMatch(/激活、核销|充值指令|开通、使用/u);
  });

  it('asks what a description rests on where fraud is claimed (消费者权益保护法 55)', () => {
    const claim = { 'claims[1]': { kind: 'triple-damages', amount: '804.00' } };
    expect(paper(claim).text).toContain('商品说明所依据的材料');
    expect(paper().text).not.toContain('商品说明所依据的材料');
  });

  it('speaks of no firm where a private person sold', () => {
    const { text } = paper({ respondents: [{ ...merchant, kind: 'person' }] });
    expect(text).toContain('由对方使用的账号或者设备生成、保存');
    expect(text).not.toContain('由该单位');
  });

  it('names who acts for a minor, and whom else it has to ask', () => {
    const child = { 'claimants[0].birthDate': '2015-05-05' };
    const guardian = { name: '何据母', kind: 'guardian', authority: 'special' };
    expect(paper({ ...child, 'claimants[0].agent': guardian }).text).toContain('法定代理人：何据母。');
    expect(paper(child).text).toContain('法定代理人：〔待填写：申请人的法定代理人姓名〕');
  });

  it.each(issueKinds)('has something to ask for in a case of %s, without empty brackets', (issue) => {
    const { text, missing } = paper({ issues: [issue] });
    expect(text).toContain('1涉案订单的');
    expect(text).not.toMatch(/（）|〔〕|“”|undefined|[，；：、。][，；、。]/u);
    expect(missing).toEqual([]);
  });

  it('is a form with blanks where no order is known', () => {
    const { text, missing } = paper({ orders: [], keys: [], claimants: [{}], addressees: {} });
    expect([...new Set(missing.map(({ path }) => path))].sort()).toEqual([
      'addressees.court',
      'claimants[0].name',
      'claimants[0].phone',
      'orders',
      'recordRequests',
    ]);
    for (const { label } of missing) expect(text).toContain(`〔待填写：${label}〕`);
  });
});
