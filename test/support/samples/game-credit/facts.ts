/**
 * Sample 2: game credit promised within 24 hours and not there after 48; the merchant does not answer. The
 * claimant's name holds a rare character on purpose. Everything is invented.
 */
export const credit = {
  platform: '集例网',
  platformCompany: '集例网络服务（据安）有限公司',
  shop: '点点有据游戏店',
  shopCompany: '据安市东例区点点有据数码商行',
  shopAddress: '明据省据安市东例区证言街12号1层7号',
  shopPhone: '19900001203',
  shopCreditCode: '92000000MA0000012X',
  shopOperator: '贾设例',
  game: '据岛物语',
  product: '据岛物语 30000点券 官方直充',
  specification: '安卓区 · 月汐岛服务器 · 24小时内到账',
  price: '298.00',
  points: 30_000,
  orderNumber: 'JL20261020193047215',
  transactionNumber: 'JF2026102019314150027',
  payment: '据付（余额）',
  placedAt: '2026-10-20T19:30:47+08:00',
  paidAt: '2026-10-20T19:31:41+08:00',
  refundNumber: 'SH20261025090600812',
  buyer: '刘䶮',
  nickname: '䶮云听雨',
  account: '10000520',
} as const;
