import { describe, expect, it } from 'vitest';
import { builtInLaw } from '../support/built-in-law.ts';
import { faultsIn } from '../support/paper-faults.ts';
import { renderPaper } from '../support/rendered-paper.ts';

const claims = [{ kind: 'refund', amount: '268.00' }, { kind: 'rescission' }];
const paper = (changes: Record<string, unknown> = {}) => renderPaper('refund-request', { claims, ...changes });
const late = { claims, issues: ['not-credited-or-late'], filings: [] };
const demand = {
  at: '2026-10-20T09:00:00+08:00',
  kind: 'demand',
  text: '催告商家在三日内到账。',
  evidence: ['聊天-1'],
};

describe('解除合同通知', () => {
  it('ends the contract when it reaches the seller, on a ground that the case shows (民法典 563 第一款第四项, 565, 566)', () => {
    const { text, missing } = paper();
    const [, notice = ''] = text.split('五、解除合同通知');
    expect(notice).toContain('致：据例数码科技有限公司（“据例数码专营店”店铺）');
    expect(notice).toContain('订单编号JL20261003000001');
    expect(notice).toContain('的状态为无法激活');
    expect(notice).toContain('申请人依照《中华人民共和国民法典》第五百六十三条第一款第四项，通知贵方解除上述合同。');
    expect(notice).toContain('合同自本通知到达贵方时解除（《中华人民共和国民法典》第五百六十五条第一款）');
    expect(notice).toContain('（《中华人民共和国民法典》第五百六十六条第一款）');
    expect(text).not.toContain('解除双方');
    expect(missing).toEqual([]);
    expect(faultsIn(text, builtInLaw.provisions)).toEqual([]);
  });

  it('is left out of a request that does not ask for it', () => {
    expect(renderPaper('refund-request').text).not.toMatch(/通知[^。]*解除|请求解除/u);
  });

  it('is not given twice: a notice that was given is told', () => {
    const { text } = paper({
      'events[3]': { at: '2026-10-30', kind: 'rescission-notice', text: '通知解除。', evidence: ['聊天-1'] },
    });
    expect(text).toContain('申请人已于2026年10月30日通知商家解除合同，见证据5（第20—21页）。');
    expect(text).not.toContain('解除合同通知');
  });

  it('needs a demand and time after it where performance is late (民法典 563 第一款第三项)', () => {
    const given = paper({ ...late, 'events[3]': demand });
    expect(given.text).toContain('2026年10月20日09:00，申请人催告：催告商家在三日内到账，见证据5（第20—21页）。');
    expect(given.text).toContain('第五百六十三条第一款第三项');
    expect(given.text).not.toContain('第五百六十三条第一款第四项');
    for (const changes of [late, { ...late, 'events[3]': { ...demand, at: '2026-11-18T09:00:00+08:00' } }]) {
      const { text, missing } = paper(changes);
      expect(text).not.toContain('解除合同通知');
      expect(text).toContain(
        '申请人请求解除合同，事由：〔待填写：催告商家履行的时间和内容（迟延履行的，先催告再解除）〕。',
      );
      expect(missing.map(({ path }) => path)).toEqual(['events']);
    }
  });

  it('does not say of a key that worked in part that its purpose failed', () => {
    const used = { 'keys[0].state': 'partly-used' };
    expect(paper(used).text).not.toContain('解除合同通知');
    expect(paper(used).text).toContain('申请人请求解除合同，事由见“三、事实”。');
    const silent = { ...used, 'statements.problem': undefined };
    expect(paper(silent).missing.map(({ path }) => path)).toEqual(['claims[1].text']);
    const told = paper({ ...used, 'claims[1].text': '因服务停止解除合同。' });
    expect(told.text).toContain('申请人另请求：因服务停止解除合同。');
    expect(told.missing).toEqual([]);
  });

  it('is not given under law that was not in force (民法典, 2021-01-01)', () => {
    const early = '2020-12-31T10:00:00+08:00';
    const { text } = paper({ 'orders[0].placedAt': early, 'orders[0].payments[0].paidAt': early });
    expect(text).not.toContain('解除合同通知');
  });

  it('ends of several contracts only those of who asks', () => {
    const second = {
      id: '订单二',
      claimant: '乙',
      number: 'JL20261003000002',
      items: [{ name: '激活码', kind: 'card-key', unitPrice: '1.00' }],
      payments: [],
    };
    const { text } = paper({
      'claimants[0].id': '甲',
      'claimants[1]': { id: '乙', name: '言据例', phone: '19900000012' },
      'orders[0].claimant': '甲',
      'orders[1]': second,
      'claims[1].claimant': '甲',
    });
    const [, notice = ''] = /解除合同通知(.*?)申请人订单和金额表/u.exec(text) ?? [];
    expect(notice).toContain('JL20261003000001');
    expect(notice).not.toContain('JL20261003000002');
  });
});
