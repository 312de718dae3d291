import type { Draft } from '../../electron/contract/rpc/case-procedures.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';

const products = [
  '视频会员年卡',
  '游戏点券',
  '办公软件激活码',
  '音乐会员',
  '杀毒软件卡密',
  '网盘扩容',
  '设计素材包',
  '云存储年费',
];
const shops = [
  '晨星数码专营店',
  '极光卡券旗舰店',
  '云端软件小铺',
  '北斗点卡商行',
  '青禾虚拟商品店',
  '远帆数码',
  '松果权益',
  '启明软件',
];
const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏'];
const givenNames = [...'安邦诚德恩方国浩佳凯磊敏宁平清仁森涛文欣雅易泽真'];
const problems = ['无法激活', '激活后被冻结', '迟迟没有到账', '功能与描述不符', '提示已被使用', '商家不再回复'];
const titles = [
  '商品页截图',
  '付款记录',
  '聊天记录截图',
  '激活失败截图',
  '订单详情',
  '商家承诺的录屏',
  '退款申请记录',
  '客服答复',
];
const kinds = ['transaction', 'promise', 'problem', 'communication', 'identity', 'other'];
/** Stands in three cases only. */
export const rareWord = '琥珀色徽章';
export const rareEvery = 3_333;

/** Cases as a legal-aid office might have them after years, `evidence` items each; the same in every run. */
export function* storedDrafts(count: number, evidence: number): Generator<Draft> {
  const random = seededRandom(20_261_122);
  for (let index = 0; index < count; index += 1) yield draftOf(random, index, evidence);
}

function draftOf(random: SeededRandom, index: number, evidence: number): Draft {
  const pick = (list: readonly string[]) => list[random.between(0, list.length - 1)] ?? '';
  const product = pick(products);
  // A few large shops and many that occur once or twice.
  const shop = random.between(0, 2) === 0 ? pick(shops) : `${pick(shops)}${random.between(1, 4_000)}号`;
  const claimant = `${pick(surnames)}${pick(givenNames)}${pick(givenNames)}`;
  const day = (most: number) =>
    `2026-${String(random.between(1, 9)).padStart(2, '0')}-${String(random.between(10, most)).padStart(2, '0')}`;
  const problem = pick(problems);
  const price = `${random.between(10, 900)}.00`;
  return {
    format: 'juli.case/1',
    title: `${claimant}与${shop}${product}纠纷`,
    date: '2026-10-20',
    stage: pick(['negotiate', 'platform', 'market-regulator', 'consumer-association', 'court']),
    issues: ['does-not-activate'],
    claimants: [{ id: 'a', name: claimant, phone: `1990000${String(index % 10_000).padStart(4, '0')}` }],
    respondents: [{ id: 'b', roles: ['merchant'], name: shop, shopName: shop }],
    orders: [
      {
        id: 'o1',
        number: `2026-${String(index).padStart(7, '0')}`,
        shop,
        paidAt: day(28),
        items: [{ name: product, kind: 'card-key', unitPrice: price, quantity: 1 }],
      },
    ],
    events: Array.from({ length: 4 }, () => ({
      at: day(28),
      text: `联系${shop}，说明${product}${problem}，对方没有处理。`,
    })),
    evidence: Array.from({ length: evidence }, (_, item) => ({
      id: `e${item + 1}`,
      title: `${pick(titles)}${item + 1}`,
      group: pick(kinds),
      files: [`证据/IMG_${random.between(1_000, 9_999)}_${item + 1}.png`],
      source: `${claimant}的手机截图，${day(28)}`,
      proves: `${product}${pick(problems)}${index % rareEvery === 7 && item === 3 ? rareWord : ''}`,
    })),
    claims: [{ kind: 'refund', amount: price, text: `退还${product}的货款` }],
    statements: {
      problem: `${product}购买之后${problem}，${shop}没有解决。`,
      background: `${claimant}为自用购买${product}。`,
    },
  };
}
