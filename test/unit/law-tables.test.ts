import { describe, expect, it } from 'vitest';
import { issueKinds } from '../../electron/contract/case/case-kinds.ts';
import { issueWords } from '../../electron/contract/case/words.ts';
import { channelTableSchema } from '../../electron/core/law/tables/channels.ts';
import {
  acceptanceFee,
  copiesForCourt,
  courtFeesSchema,
  simplifiedFee,
} from '../../electron/core/law/tables/court-fees.ts';
import { issueOf, issueTableSchema, neededGroups } from '../../electron/core/law/tables/issues.ts';
import {
  placeOfSum,
  type SmallClaimsLine,
  smallClaimsLine,
} from '../../electron/core/law/tables/small-claims-lines.ts';
import { builtInLaw, builtInLawFiles } from '../support/built-in-law.ts';

const { issues, channels, courtFees, smallClaimsLines, provisions } = builtInLaw;
const yuan = (amount: number) => amount * 100;

describe('issues.json', () => {
  it('names each issue as the papers do', () => {
    for (const kind of issueKinds) expect(issueOf(issues, kind).name).toBe(issueWords[kind]);
  });

  it('asks for the order and the payment in every issue, and for more than that', () => {
    for (const kind of issueKinds) {
      const groups = neededGroups(issues, kind);
      expect(groups, kind).toContain('transaction');
      expect(groups.length, kind).toBeGreaterThan(1);
    }
  });

  it('asks who the child is only for a top-up by a minor', () => {
    expect(issueKinds.filter((kind) => neededGroups(issues, kind).includes('identity'))).toEqual(['minor-top-up']);
  });

  it('lists nothing twice in an issue', () => {
    for (const { id, checklist, papers } of issues.issues) {
      const things = checklist.flatMap((group) => group.things.map(({ text }) => text));
      expect(new Set(things).size, id).toBe(things.length);
      expect(new Set(checklist.map(({ group }) => group)).size, id).toBe(checklist.length);
      expect(new Set(papers).size, id).toBe(papers.length);
    }
  });

  it('refuses a table that lacks an issue or has one twice', () => {
    const [first, ...others] = issues.issues;
    expect(issueTableSchema.safeParse({ ...issues, issues: others }).success).toBe(false);
    expect(issueTableSchema.safeParse({ ...issues, issues: [first, first, ...others] }).success).toBe(false);
  });
});

describe('案件受理费 (诉讼费用交纳办法 13, 16)', () => {
  it.each([
    [0, 50],
    [268, 50],
    [10_000, 50],
    [10_000.01, 50],
    [10_400, 60],
    [20_000, 300],
    [100_000, 2_300],
    [200_000, 4_300],
    [500_000, 8_800],
    [1_000_000, 13_800],
    [2_000_000, 22_800],
    [5_000_000, 46_800],
    [10_000_000, 81_800],
    [20_000_000, 141_800],
    [30_000_000, 191_800],
  ])('of %d元 is %d元', (sum, fee) => expect(acceptanceFee(Math.round(yuan(sum)), courtFees)).toBe(yuan(fee)));

  it('is halved in the simplified procedure', () => {
    expect(simplifiedFee(yuan(268), courtFees)).toBe(yuan(25));
    expect(simplifiedFee(yuan(20_000), courtFees)).toBe(yuan(150));
  });

  it('rounds a part of a 分', () => expect(acceptanceFee(yuan(10_000) + 20, courtFees)).toBe(yuan(50) + 1));

  it('goes with one copy for the court and one for each defendant (民事诉讼法 123)', () => {
    expect([1, 2].map(copiesForCourt)).toEqual([2, 3]);
  });

  it('refuses bands of which another than the last has no end', () => {
    const { acceptance } = courtFees;
    const bands = [{ perThousand: 5 }, { perThousand: 5 }];
    expect(courtFeesSchema.safeParse({ ...courtFees, acceptance: { ...acceptance, bands } }).success).toBe(false);
  });
});

describe('小额诉讼的数额 (民事诉讼法 165, 解释 272)', () => {
  const line = (province: string): SmallClaimsLine => {
    const found = smallClaimsLine(smallClaimsLines, province);
    if (found === undefined) throw new Error(`no line for ${province}`);
    return found;
  };

  it('is found by the name of the province, short or long', () => {
    expect(line('江苏').half).toBe(yuan(64_610));
    expect(line(' 江苏省 ')).toBe(line('江苏'));
    expect(line('北京市')).toBe(line('北京'));
    expect(smallClaimsLine(smallClaimsLines, '据例省')).toBeUndefined();
    expect(smallClaimsLine(smallClaimsLines, '')).toBeUndefined();
  });

  it.each([
    [64_610, 'up-to-half'],
    [64_610.01, 'up-to-twice'],
    [258_440, 'up-to-twice'],
    [258_440.01, 'above'],
  ])('%d元 in 江苏 is %s', (sum, place) => expect(placeOfSum(Math.round(yuan(sum)), line('江苏'))).toBe(place));

  it('says no more than above half where twice the wage is not known', () => {
    expect(placeOfSum(yuan(1_000_000), line('广东'))).toBe('above-half');
  });

  it('is told with the reservation, and no line as sure', () => {
    expect(smallClaimsLines.reservation).toContain('以受诉法院公布');
    expect(new Set(smallClaimsLines.lines.map(({ confidence }) => confidence))).toEqual(new Set(['C']));
    expect(smallClaimsLines.lines.filter(({ isOutdated }) => isOutdated).map(({ province }) => province)).toEqual([
      '湖南',
      '浙江',
      '上海',
      '广东',
      '四川',
      '安徽',
      '河北',
    ]);
  });
});

describe('channels.json', () => {
  it('marks as verified the length of the WeChat Pay form only', () => {
    const limited = channels.channels.flatMap(({ id, fields }) =>
      fields.flatMap(({ name, maxLength, isVerified }) => (isVerified ? [[id, name, maxLength]] : [])),
    );
    expect(limited).toEqual([['wechat-pay', '投诉描述', 300]]);
  });

  it('has a place for the facts in every form and no length above a limit', () => {
    for (const { id, fields, lengths } of channels.channels) {
      const facts = fields.find((field) => field.id === 'facts');
      expect(facts, id).toBeDefined();
      expect(Math.max(...lengths), id).toBeLessThanOrEqual(facts?.maxLength ?? 500);
    }
  });

  it('names law only where a law says who handles a complaint, and none for a platform of its own', () => {
    for (const { id, provisions: ids } of channels.channels) {
      for (const named of ids) expect(provisions.has(named), `${id}: ${named}`).toBe(true);
    }
    expect(channels.channels.find(({ id }) => id === 'platform')?.provisions).toEqual([]);
  });

  it('lets a user correct a limit', () => {
    const raw = structuredClone(builtInLawFiles.get('channels.json'));
    const edited = JSON.parse(JSON.stringify(raw).replace('"maxLength":50', '"maxLength":80'));
    expect(channelTableSchema.parse(edited).channels[0]?.fields.some(({ maxLength }) => maxLength === 80)).toBe(true);
  });
});
