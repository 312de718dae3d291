/**
 * Sample 3: a "lifetime" membership that ended after one year. Partly used, so only a part is claimed back; two
 * respondents, because the platform showed the shop as its own. Everything is invented.
 */
export const membership = {
  platform: '乐据优选',
  platformCompany: '乐据优选电子商务有限公司',
  platformAddress: '明据省据安市西例区公允大道1号乐据中心12层',
  platformPhone: '19900001304',
  platformCreditCode: '91000000MA0000014X',
  platformRepresentative: '郝明例',
  shop: '恒知课堂会员店',
  shopCompany: '据安市恒知文化服务有限公司',
  shopAddress: '明据省据安市西例区守信路29号2号楼408室',
  shopPhone: '19900001303',
  shopCreditCode: '91000000MA0000013X',
  shopRepresentative: '常示例',
  service: '恒知课堂',
  product: '恒知课堂 终身会员',
  specification: '一次开通，终身有效',
  price: '598.00',
  yearlyPrice: '168.00',
  refund: '430.00',
  orderNumber: '70250930214500186402',
  transactionNumber: 'JF2025093021453750039',
  payment: '据付（信用卡尾号0000）',
  placedAt: '2025-09-30T21:45:00+08:00',
  paidAt: '2025-09-30T21:45:37+08:00',
  openedAt: '2025-09-30T21:46:10+08:00',
  expiredOn: '2026-09-30',
  ticketNumber: 'LJ2026100815200044',
  buyer: '孟言礼',
  account: '19900001003',
} as const;
