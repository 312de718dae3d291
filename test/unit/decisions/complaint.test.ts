import { describe, expect, it } from 'vitest';
import { complaintAcceptance } from '../../../electron/core/law/decisions/complaint-acceptance.ts';
import { complaintOffice } from '../../../electron/core/law/decisions/complaint-office.ts';
import { parallelFiling } from '../../../electron/core/law/decisions/parallel-filing.ts';
import { builtInLaw } from '../../support/built-in-law.ts';
import { cleanCase } from '../../support/clean-case.ts';

const office = (changes: Record<string, unknown>) => complaintOffice(cleanCase(changes), builtInLaw);
const acceptance = (changes: Record<string, unknown> = {}) => complaintAcceptance(cleanCase(changes), builtInLaw);
const parallel = (changes: Record<string, unknown>) => parallelFiling(cleanCase(changes), builtInLaw);
const filing = (body: string, status: string) => ({ filings: [{ body, status }] });

describe('complaintOffice', () => {
  const seat = '据例省据例市示例区虚构大道99号';

  it.each([
    ['own-site', undefined, 'own-seat', '依法', ['据例省据例市示例区虚构大道88号5层']],
    ['private-chat', undefined, 'own-seat', '有争议', ['据例省据例市示例区虚构大道88号5层']],
    ['platform-shop', undefined, 'platform-seat', '依法', [seat]],
    ['platform-shop', '据例省据例市公示路1号', 'published-or-platform', '依法', ['据例省据例市公示路1号', seat]],
  ])('投诉举报处理办法 13: %s, published at %s → %s', (channel, published, answer, certainty, places) => {
    const decision = office({ 'orders[0].channel': channel, 'respondents[0].publishedAddress': published });
    expect(decision).toMatchObject({ answer, certainty });
    expect(decision.places.map(({ address }) => address)).toEqual(places);
    expect(decision.citations).toContain('complaint-measure-13');
  });

  it('投诉举报处理办法 13: a platform that sells itself is complained of at its own seat', () => {
    const own = { name: '据例平台', roles: ['merchant', 'platform'], address: '据例市平台路1号' };
    expect(office({ respondents: [own] })).toMatchObject({
      answer: 'own-seat',
      places: [{ address: '据例市平台路1号' }],
    });
  });

  it('投诉举报处理办法 14: the first of two offices to receive it keeps it', () => {
    const changes = { 'orders[0].channel': 'platform-shop', 'respondents[0].publishedAddress': '据例市公示路1号' };
    expect(office(changes).citations).toContain('complaint-measure-14');
  });

  it('投诉举报处理办法 13: takes a platform among the respondents for where the deal was struck', () => {
    expect(office({}).answer).toBe('platform-seat');
  });

  it('asks where the deal was struck, and for an address that it lacks', () => {
    expect(office({ respondents: [{ roles: ['merchant'], name: '据例商家' }] }).missing).toEqual([
      { label: '在哪里成交', path: 'orders[0].channel' },
    ]);
    const own = { 'orders[0].channel': 'own-site', 'respondents[0].address': undefined };
    expect(office(own).missing).toEqual([{ label: '住所', path: 'respondents[0].address' }]);
    expect(office({ respondents: [{ roles: ['payment-provider'] }] }).answer).toBe('unknown');
  });
});

describe('parallelFiling', () => {
  it.each([
    ['court', 'accepted', 'shut-out'],
    ['court', 'handled', 'shut-out'],
    ['arbitration', 'accepted', 'shut-out'],
    ['consumer-association', 'handled', 'shut-out'],
    ['market-regulator', 'handled', 'shut-out'],
    ['consumer-association', 'filed', 'pending'],
    ['court', 'refused', 'free'],
    ['court', 'withdrawn', 'free'],
    ['merchant', 'handled', 'free'],
    ['platform', 'handled', 'free'],
    ['payment-provider', 'accepted', 'free'],
    ['other', 'handled', 'perhaps'],
    ['other', 'filed', 'free'],
  ])('投诉举报处理办法 16(二): %s %s → %s', (body, status, answer) => {
    const decision = parallel(filing(body, status));
    expect(decision.answer).toBe(answer);
    expect(decision.citations).toContain('complaint-measure-16-2');
  });

  it('投诉举报处理办法 16(二): an empty list is no statement', () => {
    const decision = parallel({ filings: [], consents: {} });
    expect(decision).toMatchObject({ answer: 'not-said', missing: [{ path: 'consents.notFiledElsewhere' }] });
  });
});

describe('complaintAcceptance', () => {
  it('投诉举报处理办法 15, 18: no obstacle is no promise', () => {
    expect(acceptance()).toMatchObject({ answer: 'no-obstacle', missing: [] });
    expect(acceptance().citations).toEqual(['complaint-measure-10', 'complaint-measure-15', 'complaint-measure-18']);
  });

  it.each([
    ['16(三)', { 'orders[0].purpose': 'resale' }, 'complaint-measure-16-3'],
    ['16(二)', filing('court', 'accepted'), 'complaint-measure-16-2'],
    ['16(四)', { 'events[3].kind': 'discovery', 'events[3].at': '2023-11-01' }, 'complaint-measure-16-4'],
  ])('投诉举报处理办法 %s: is refused', (_, changes, provision) => {
    expect(acceptance(changes)).toMatchObject({ answer: 'refused', citations: [provision] });
  });

  it.each([
    ['2023-11-20', 'no-obstacle'],
    // 2026-11-17 is a Tuesday and the day before the paper.
    ['2023-11-17', 'refused'],
    ['2023-11-18', 'no-obstacle'],
  ])('投诉举报处理办法 16(四)、45: known on %s, filed on 2026-11-18 → %s', (at, answer) => {
    expect(acceptance({ 'events[3].kind': 'discovery', 'events[3].at': at }).answer).toBe(answer);
  });

  it.each([
    ['claimants[0].name', 'claimants[0].name'],
    ['claimants[0].phone', 'claimants[0].phone'],
    ['claimants[0].address', 'claimants[0].address'],
    ['respondents[0].name', 'respondents[0].name'],
    ['respondents[0].address', 'respondents[0].address'],
    ['claims', 'claims'],
  ])('投诉举报处理办法 10(1): without %s it is not complete', (field, path) => {
    const decision = acceptance({ [field]: undefined });
    expect(decision).toMatchObject({ answer: 'incomplete', missing: [{ path }] });
  });

  it('投诉举报处理办法 11: an agent brings the original authority, a guardian does not', () => {
    const agent = (kind: string) => ({ 'claimants[0].agent': { kind, authority: 'general', name: '何代理' } });
    expect(acceptance(agent('relative')).citations).toContain('complaint-measure-11');
    expect(acceptance(agent('guardian')).citations).not.toContain('complaint-measure-11');
    // 民法典 23: a parent of a minor acts by law, however the case calls them.
    const ofChild = { ...agent('relative'), 'claimants[0].birthDate': '2012-01-01' };
    expect(acceptance(ofChild).citations).not.toContain('complaint-measure-11');
    const other = { name: '何据实', phone: '19900000004', address: '据例市虚构路2号' };
    const agents = [
      { ...other, agent: { kind: 'lawyer', authority: 'general' } },
      { ...other, phone: '19900000005' },
    ];
    expect(acceptance({ claimants: agents }).citations).toContain('complaint-measure-11');
  });

  it('投诉举报处理办法 17: a doubt is said before it is asked', () => {
    expect(acceptance({ 'orders[0].items[0].quantity': 30 })).toMatchObject({
      answer: 'doubtful',
      certainty: '有争议',
    });
    expect(acceptance(filing('consumer-association', 'filed')).answer).toBe('doubtful');
  });

  it('投诉举报处理办法 46: before 2026-04-15 it is not cited', () => {
    const early = {
      date: '2026-04-14',
      'orders[0].placedAt': '2026-03-01',
      'orders[0].payments[0].paidAt': '2026-03-01',
    };
    expect(acceptance(early)).toMatchObject({ citations: [], certainty: '有争议' });
    expect(acceptance({ ...early, date: '2026-04-15' }).citations).toContain('complaint-measure-10');
  });
});
