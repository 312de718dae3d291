import { describe, expect, it } from 'vitest';
import { renderPaper } from '../support/rendered-paper.ts';

const paper = (changes: Record<string, unknown> = {}) => renderPaper('service-address', changes);

describe('送达地址确认书', () => {
  it('takes what the case knows of the plaintiff', () => {
    const { text, missing } = paper();
    expect(text).toContain(
      '受送达人何据真（原告）收件人何据真送达地址据例省据例市示例区虚构路1号2单元301室联系电话19900000001',
    );
    expect(text).toContain('受送达人（签名）：2026年11月18日');
    expect(missing).toEqual([]);
  });

  it('lets the confirmed address go before all others', () => {
    const given = { recipient: '何收件', address: '另省另市1号', phone: '19900000008', postcode: '000001' };
    const { text } = paper({ 'claimants[0].serviceAddress': given });
    expect(text).toContain('收件人何收件送达地址另省另市1号邮政编码000001联系电话19900000008');
  });

  it('tells what follows from consent to whoever may still give it (民事诉讼法 90)', () => {
    expect(paper().text).toContain('同意电子送达的，');
    expect(paper({ 'claimants[0].serviceAddress': { electronic: false } }).text).not.toContain('同意电子送达的，');
  });

  it('leaves electronic service unticked until its addressee consents (民事诉讼法 90)', () => {
    expect(paper().text).toContain('同意□不同意□');
    expect(paper({ 'claimants[0].serviceAddress': { electronic: false } }).text).toContain('同意□不同意√');
    const { text } = paper({ 'claimants[0].serviceAddress': { electronic: true } });
    expect(text).toContain('同意√不同意□');
    expect(text).toContain('接收电子文书的手机号码19900000001');
    expect(text).toContain('本人可以另行索取纸质文书（《中华人民共和国民事诉讼法》第九十条）');
    expect(paper().text).not.toContain('接收电子文书的手机号码');
  });

  it('has one sheet for each plaintiff, which a guardian signs for a minor', () => {
    const parent = { name: '何据母', kind: 'guardian', authority: 'special' };
    const { html, text, missing } = paper({
      'claimants[1]': {
        name: '何小真',
        birthDate: '2015-05-05',
        agent: parent,
        address: '据例市',
        phone: '19900000007',
      },
    });
    expect(html.match(/<h1/g)).toHaveLength(2);
    expect(text).toContain('受送达人何小真（原告二）收件人何据母');
    expect(text).toContain('法定代理人（签名）：');
    expect(missing).toEqual([]);
  });

  it('shows gaps', () => {
    const { text, missing } = paper({ claimants: [{}], addressees: {}, orders: [], keys: [] });
    expect(missing.map(({ path }) => path).sort()).toEqual([
      'addressees.court',
      'claimants[0].name',
      'claimants[0].serviceAddress.address',
      'claimants[0].serviceAddress.phone',
      'claimants[0].serviceAddress.recipient',
      'orders',
    ]);
    for (const { label } of missing) expect(text).toContain(`〔待填写：${label}〕`);
  });
});
