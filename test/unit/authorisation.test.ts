import { describe, expect, it } from 'vitest';
import { renderPaper } from '../support/rendered-paper.ts';

const lawyer = {
  name: '贾律',
  kind: 'lawyer',
  organisation: '据例律师事务所',
  phone: '19900000009',
  authority: 'general',
  authorisedUntil: '2027-11-17',
};
const paper = (agent: object | undefined, changes: Record<string, unknown> = {}) =>
  renderPaper('authorisation', { 'claimants[0].agent': agent, ...changes });
const forCourt = { papers: ['small-claims', 'authorisation'] };
const forComplaint = { papers: ['complaint-12315', 'authorisation'] };
const reserved = '代为承认、放弃、变更诉讼请求，进行和解，提起反诉或者上诉';

describe('授权委托书', () => {
  it('states matter and authority for a court (民事诉讼法 62)', () => {
    const { text, missing } = paper(lawyer, forCourt);
    expect(text).toContain(
      '委托事项：委托上列受托人在原告与据例数码科技有限公司、据例网络交易平台有限公司信息网络买卖合同纠纷一案中，作为委托人的诉讼代理人。',
    );
    expect(text).toContain(`一般授权：代为起诉、提交和接收诉讼文书、提供证据、出庭陈述和辩论；不包括${reserved}。`);
    expect(text).toContain('《中华人民共和国民事诉讼法》第六十一条、第六十二条第一款、第二款');
    expect(text).toContain('此致据例市示例区人民法院');
    expect(text).toContain('据例律师事务所律师');
    expect(text).not.toContain('投诉');
    expect(missing).toEqual([]);
  });

  it('lists what only a special authority covers (民事诉讼法 62 第二款)', () => {
    const { text } = paper({ ...lawyer, authority: 'special' }, forCourt);
    expect(text).toContain(`特别授权：代为起诉、提交和接收诉讼文书、提供证据、出庭陈述和辩论；${reserved}。`);
    expect(text).not.toContain('不包括');
  });

  it('cites no measure that was not in force on the day of its signature (投诉举报处理办法 46)', () => {
    expect(paper({ ...lawyer, authorisedFrom: '2026-04-15' }, forComplaint).text).toContain('投诉举报处理办法');
    expect(paper({ ...lawyer, authorisedFrom: '2026-04-14' }, forComplaint).text).not.toContain('投诉举报处理办法');
  });

  it('states matter, authority and term for a complaint (投诉举报处理办法 11)', () => {
    const { text } = paper({ ...lawyer, authorisedFrom: '2026-11-01' }, forComplaint);
    expect(text).toContain('消费者权益争议的投诉中，代为处理投诉事务。');
    expect(text).toContain('委托期限：自2026年11月1日起至2027年11月17日止。');
    expect(text).toContain('《市场监督管理投诉举报处理办法》第十一条');
    expect(text).toContain('提交的是原件');
    expect(text).toContain('此致据例市示例区市场监督管理局');
    expect(text).not.toContain('诉讼');
  });

  it('cannot do without the term for a complaint, and can for a court', () => {
    const open = { ...lawyer, authorisedUntil: undefined };
    expect(paper(open, forComplaint).missing.map(({ path }) => path)).toEqual(['claimants[0].agent.authorisedUntil']);
    const court = paper(open, forCourt);
    expect(court.missing).toEqual([]);
    expect(court.text).not.toContain('委托期限');
  });

  it('has one sheet for each office that papers of the packet go to, and for each claimant with an agent', () => {
    const both = paper(lawyer, {
      'claimants[1]': { name: '何据明', agent: lawyer },
      'claimants[2]': { name: '何据文' },
    });
    expect(both.html.match(/<h1/g)).toHaveLength(4);
    expect(both.text).not.toContain('何据文');
    expect(paper(lawyer, { papers: ['authorisation'], stage: 'market-regulator' }).text).not.toContain('人民法院');
    expect(paper(lawyer, { papers: ['authorisation'], stage: 'court' }).text).not.toContain('市场监督管理局');
  });

  it('takes over what the case says of the scope', () => {
    expect(paper({ ...lawyer, scope: '仅限一审。' }, forCourt).text).toContain('仅限一审。');
  });

  it('grants no more than the powers that the principal listed (民事诉讼法 62 第二款)', () => {
    const scope = '代为参加诉讼，进行和解。';
    const { text } = paper({ ...lawyer, authority: 'special', scope }, forCourt);
    expect(text).toContain('代理权限：特别授权：代为参加诉讼，进行和解。委托期限：');
    expect(text).not.toContain('上诉');
    expect(paper({ ...lawyer, scope }, forCourt).text).toContain(
      `一般授权：代为参加诉讼，进行和解；不包括${reserved}。`,
    );
  });

  it('has none for a guardian, who needs no authority (民法典 23), and says what is missing', () => {
    const guardian = { name: '何据母', kind: 'guardian', authority: 'special' };
    for (const agent of [undefined, guardian]) {
      const { text, missing } = paper(agent, forCourt);
      expect(missing.map(({ path }) => path).sort()).toEqual([
        'claimants[0].agent',
        'claimants[0].agent.name',
        'claimants[0].agent.phone',
      ]);
      expect(text).not.toContain('何据母');
    }
  });

  it('is signed by the guardian where a minor is represented in court by a lawyer', () => {
    expect(paper(lawyer, { ...forCourt, 'claimants[0].birthDate': '2015-05-05' }).text).toContain(
      '委托人的法定代理人（签名）：',
    );
    expect(paper(lawyer, forCourt).text).toContain('委托人（签名）：');
  });

  it.each([
    [{ kind: 'relative', relation: '配偶' }, '系原告近亲属（配偶）'],
    [{ kind: 'recommended-citizen', organisation: '据例社区居民委员会' }, '由据例社区居民委员会推荐'],
    [{ kind: 'legal-service-worker', organisation: '据例法律服务所' }, '据例法律服务所基层法律服务工作者'],
  ])('says why %j may act (民事诉讼法 61)', (agent, standing) => {
    expect(paper({ ...lawyer, ...agent }, forCourt).text).toContain(standing);
  });
});
