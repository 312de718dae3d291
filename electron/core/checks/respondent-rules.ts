import type { CheckInput, Match, Rule } from './rule.ts';
import { isReportedBlank } from './rule.ts';

export const respondentRules: readonly Rule[] = [
  {
    id: 'respondent.no-merchant',
    severity: 'warning',
    provisions: ['consumer-law-44', 'online-consumption-4'],
    find: noMerchant,
  },
  {
    id: 'respondent.unidentified',
    severity: 'warning',
    provisions: ['consumer-law-44', 'e-commerce-law-15-1'],
    find: unidentified,
  },
];

/** 电子商务法 15: what a shop must publish; 消费者权益保护法 44: what its platform must hand over. */
export const howToIdentify =
  '网店应当在首页公示营业执照等信息，可先查看店铺的“证照信息”页和国家企业信用信息公示系统；没有公示的，把该页截图留作证据。在平台上购买的，请书面要求平台提供商家的真实名称、地址和有效联系方式，平台不能提供的，也可以向平台请求赔偿';

function noMerchant({ case: { respondents } }: CheckInput): Match[] {
  if (respondents.some(({ roles }) => roles.includes('merchant'))) return [];
  return [
    {
      path: 'respondents',
      message:
        '没有列出商家。一般由卖方承担退款责任，平台只在法定情形下承担，例如不能提供卖方的真实名称、地址和有效联系方式。请补充商家；平台自营的，请给平台同时选上“商家”。',
    },
  ];
}

/** A complaint needs name and address (投诉举报处理办法 10), a lawsuit a defendant who can be told apart (民事诉讼法 122). */
function unidentified(input: CheckInput): Match[] {
  return input.case.respondents.flatMap(({ name = '', address = '' }, index) =>
    [
      { field: 'name', value: name, word: '名称（姓名）' },
      { field: 'address', value: address, word: '地址' },
    ].flatMap(({ field, value, word }) => {
      const path = `respondents[${index}].${field}`;
      // Where a paper reports the blank, that finding says how to fill it.
      if (value.trim() !== '' || isReportedBlank(input, path)) return [];
      return [{ path, message: `第${index + 1}位对方当事人没有写${word}，投诉和起诉都要写明。${howToIdentify}。` }];
    }),
  );
}
