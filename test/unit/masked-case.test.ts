import { describe, expect, it } from 'vitest';
import { caseFileSchema } from '../../electron/contract/case/case-file.ts';
import { textsIn } from '../../electron/core/cases/case-fields.ts';
import { maskCase } from '../../electron/core/redaction/masked-case.ts';
import { cleanCase } from '../support/clean-case.ts';
import { composeParts } from '../support/composed-parts.ts';
import { maximalCase } from '../support/maximal-case.ts';

const idNumber = '00000019900307001X';
const phone = '19900000001';
const bankCard = '6200 0000 0000 0000 05';
const key = 'QZ7M-4K2P-9TXA-B3CD';

describe('a full packet', () => {
  it('masks card keys in the texts that it prints as they were typed', () => {
    const file = cleanCase({
      title: `案${key}`,
      'events[0].text': `收到${key}`,
      'evidence[0].title': `名${key}`,
      'evidence[0].source': key,
      'evidence[0].proves': key,
      'evidence[0].carrier': key,
    });
    const html = composeParts(file)
      .sections.map((section) => section.html)
      .join('');
    expect(html).toContain('****B3CD');
    expect(html).not.toContain(key);
  });
});

describe('maskCase', () => {
  it('masks the numbers of the claimant wherever they stand, and keeps what an answer needs', () => {
    const { case: masked, secrets } = maskCase(
      cleanCase({
        'statements.problem': `请打电话${phone}或者199-0000-0001，证件号${idNumber}。`,
        'claimants[0].serviceAddress': { recipient: '何据真', mobile: '199 0000 0001' },
      }),
    );
    expect(masked.statements.problem).toBe('请打电话199****0001或者199-****-0001，证件号000***********001X。');
    expect(masked.claimants[0]).toMatchObject({
      idNumber: '000***********001X',
      phone: '199****0001',
      name: '何据真',
      email: 'he@example.invalid',
      address: '据例省据例市示例区虚构路1号2单元301室',
      serviceAddress: { mobile: '199 **** 0001' },
    });
    expect(secrets.map(({ text }) => text)).toEqual([idNumber, phone]);
  });

  it.each([
    ['a bank card', `卡号${bankCard}`, '卡号**** **** **** **00 05'],
    ['a card key', `收到 ${key}。`, '收到 ****B3CD。'],
    ['a key by its name', '卡密：QZ7M4K2P9T。', '卡密：****2P9T。'],
    ['an identity number of others', '他的号码11010119900307457X', '他的号码110***********457X'],
    ['a phone of others', '同学13800001234也遇到过', '同学138****1234也遇到过'],
    ['a password', '密码：abc123xyz', '密码：*********'],
  ])('masks %s', (_what, text, expected) => {
    expect(maskCase(cleanCase({ 'statements.problem': text })).case.statements.problem).toBe(expected);
  });

  it('keeps phones of the other side and numbers by which an order is found, also where they look like secrets', () => {
    const order = '13800001234';
    const file = cleanCase({ 'orders[0].number': order, 'statements.problem': `订单${order}，客服19900000002。` });
    const { case: masked, kept } = maskCase(file);
    expect(masked.orders[0]?.number).toBe(order);
    expect(masked.statements.problem).toBe(`订单${order}，客服19900000002。`);
    expect(masked.respondents).toEqual(file.respondents);
    expect(kept).toContain(order);
  });

  it('is not led astray by an order number of one letter', () => {
    const { case: masked } = maskCase(cleanCase({ 'orders[0].number': 'X' }));
    expect(masked.claimants[0]?.idNumber).toBe('000***********001X');
  });

  it('masks names of files, keeps them apart and knows what they are called', () => {
    const {
      case: masked,
      paths,
      reworded,
    } = maskCase(
      cleanCase({
        'evidence[0].files': [`${phone}.png`, '19912340001.png', '订单.png'],
        'evidence[1].files': [`${phone}.png`],
        'evidence[2].carrier': `号码${phone}的手机`,
      }),
    );
    const names = masked.evidence.slice(0, 2).flatMap(({ files }) => files.map(({ path }) => path));
    expect(names).toEqual(['199****0001.png', '199****0001.png（2）', '订单.png', '199****0001.png']);
    expect(names.map((name) => paths.get(name))).toEqual([
      `${phone}.png`,
      '19912340001.png',
      '订单.png',
      `${phone}.png`,
    ]);
    const told = masked.evidence[2]?.files.map(({ path }) => path) ?? [];
    expect([...reworded]).toEqual([names[0], names[1], ...told]);
  });

  it('leaves no secret in any text of a case, whatever field it was typed into', () => {
    const stays = /\.(?:number|transactionNumber|reference|creditCode|postcode)$|^respondents\[0\]\.phone$/;
    const { file } = maximalCase(({ path, kind }) => {
      if (stays.test(path)) return 'AB-2026';
      if (path.endsWith('.idNumber')) return idNumber;
      if (path.endsWith('phone')) return phone;
      return kind === 'line' ? `甲${idNumber}，${phone}` : `乙${phone}，${bankCard}，${key}，${idNumber}`;
    });
    const { case: masked } = maskCase(caseFileSchema.parse(file));
    const secrets = [idNumber, phone, bankCard, key];
    const left = textsIn(masked).filter(
      ({ path, text }) => path !== 'overrides[0].at' && secrets.some((one) => text.includes(one)),
    );
    expect(left).toEqual([]);
    expect(textsIn(masked).filter(({ text }) => text.includes('****')).length).toBeGreaterThan(50);
  });

  it('changes nothing where nothing is secret', () => {
    const file = cleanCase({ 'claimants[0].idNumber': undefined, 'claimants[0].phone': undefined });
    expect(maskCase(file).case).toEqual(file);
  });
});
