import { fieldsAt, proseFields, textsIn } from '../cases/case-fields.ts';
import { quote } from '../cases/found-text.ts';
import type { CheckInput, Match, Rule } from './rule.ts';

export const wordingRules: readonly Rule[] = [
  {
    id: 'wording.threat',
    severity: 'warning',
    source: '消费者权益保护法实施条例第四十九条、市场监督管理投诉举报处理办法第四十二条',
    find: threat,
  },
  { id: 'wording.absolute', severity: 'warning', find: absolute },
  { id: 'wording.emotional', severity: 'hint', find: emotional },
  {
    id: 'wording.outdated-law',
    severity: 'warning',
    source: '市场监督管理投诉举报处理办法第四十六条',
    find: outdatedLaw,
  },
  { id: 'wording.no-glyph', severity: 'warning', find: noGlyph },
];

/** What to look for, and what to write instead. */
type Wording = readonly [pattern: RegExp, instead: string];

const threats: readonly Wording[] = [
  [
    /(?:(?:如|若|再|要)[^。；！\n]{0,6}不(?:退|赔)|不(?:退|赔)[^。；，！\n]{0,4}就|否则|不然)[^。；！\n]{0,16}(?:曝光|举报|找媒体|发到网上|差评|让你)/,
    '请在某日前退还某元，并书面答复',
  ],
  [/(?:曝光|举报)[^。；！\n]{0,10}(?:除非|直到)[^。；！\n]{0,10}(?:退|赔)/, '请在某日前退还某元，并书面答复'],
  [/(?:网上|媒体|全网|网络|微博|短视频)[^。；！\n]{0,6}曝光/, '保留依法投诉、起诉的权利'],
  [/后果自负|吃不了兜着走|走着瞧/, '保留依法投诉、起诉的权利'],
  [/让(?:你|你们|他们|商家|店铺|平台)[^。；！\n]{0,10}(?:关门|倒闭|身败名裂|开不下去)/, '请依法承担责任'],
];

/** What no law says in this generality. */
const absolutes: readonly Wording[] = [
  [/必须(?:全额|立即|马上|无条件)?退款/, '请求退还货款某元'],
  [/必须(?:先行)?(?:赔付|垫付)/, '请求承担相应的责任'],
  [/(?:一定|必然|肯定|必定)(?:会)?(?:胜诉|赢|违法|败诉)|必胜|必赢|稳赢/, '请依法处理'],
  [/一律(?:不)?适用(?:七|7)[天日]无理由/, '写明购买时是否标注、是否经您确认'],
  [/12315[^。；！\n]{0,8}(?:强制|勒令)/, '请求组织调解'],
  [/(?:四十八|48)小时内必须/, '请在某日前答复'],
];

const emotions: readonly Wording[] = [
  [/骗子|诈骗犯|诈骗团伙/, '写对方承诺了什么、实际怎样'],
  [/黑心|无良|奸商|黑店/, '商家'],
  [/垃圾|坑人|坑爹|坑钱|割韭菜/, '写具体哪里不符'],
  [/无耻|不要脸|卑鄙|恶心|良心(?:被狗吃|何在)|丧尽天良/, '写对方的原话和时间'],
  [/[!！?？]{2,}/, '用句号，只陈述事实'],
];

const outdated: readonly Wording[] = [
  [/投诉举报处理暂行办法/, '《市场监督管理投诉举报处理办法》（2026年4月15日起施行，原暂行办法同时废止）'],
  [/续费(?:前|日前|的前)(?:五|5)[日天]/, '自动续费前以显著方式提请注意（现行规定没有“五日”）'],
];

/** Printed as an empty box: a clerk cannot read it, and it cannot be copied. */
function noGlyph({ case: subject, undrawableCharacters }: CheckInput): Match[] {
  return textsIn(subject).flatMap(({ path, text }) => {
    const characters = undrawableCharacters.filter((character) => text.includes(character));
    if (characters.length === 0) return [];
    const codes = characters.map((character) => `U+${character.codePointAt(0)?.toString(16).toUpperCase()}`);
    return [{ path, message: `字体中没有这些字符，打印后会是空框：${codes.join('、')}。请换成文字` }];
  });
}

function threat({ case: subject }: CheckInput): Match[] {
  return found(
    subject,
    threats,
    (words, instead) =>
      `${words}是用施压换取退款的说法，可能被认为借投诉牟利，反而不利。请删去，可以改为：${instead}。`,
  );
}

function absolute({ case: subject }: CheckInput): Match[] {
  return found(
    subject,
    absolutes,
    (words, instead) => `${words}说得绝对，法律没有这样规定，容易被对方抓住。请改为：${instead}。`,
  );
}

function emotional({ case: subject }: CheckInput): Match[] {
  return found(subject, emotions, (words, instead) => `${words}带有情绪，看材料的人更需要事实。请改为：${instead}。`);
}

function outdatedLaw({ case: subject }: CheckInput): Match[] {
  return found(subject, outdated, (words, instead) => `${words}是已经失效或改过的规定。请改为：${instead}。`);
}

/**
 * Only the claimant's own words: what stands in quotation marks was said by someone and is quoted as it was.
 * One match for each field and wording.
 */
function found(
  subject: CheckInput['case'],
  wordings: readonly Wording[],
  message: (words: string, instead: string) => string,
): Match[] {
  return proseFields
    .flatMap((pattern) => fieldsAt(subject, pattern))
    .flatMap(({ path, value }) => {
      if (typeof value !== 'string') return [];
      const own = value.replaceAll(/“[^”]*”|「[^」]*」|"[^"]*"/g, '“”');
      return wordings.flatMap(([pattern, instead]) => {
        const words = pattern.exec(own)?.[0];
        return words === undefined ? [] : [{ path, message: message(quote(words), instead) }];
      });
    });
}
