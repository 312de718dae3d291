import type { Case } from '../../../contract/case/case-file.ts';
import { type Decision, decide, type Ground } from '../decision.ts';
import { contractNature, hasPlatform, ownBusinessRow } from '../dispute.ts';
import type { Law } from '../law.ts';
import { isOutsideConsumerLaw } from './consumer-status.ts';
import { sellsKeys } from './e-commerce-scope.ts';

/** When a platform answers. The shop's breach alone is no such case (消费者权益保护法 44, 电子商务法 38). */
export type PlatformLiability = 'no-platform' | 'as-seller' | 'ask-identity' | 'not-shown' | 'not-consumer';

export function platformLiability(file: Case, law: Law): Decision<PlatformLiability> {
  const platforms = file.respondents.filter(({ roles }) => roles.includes('platform'));
  const sellers = file.respondents.filter(({ roles }) => roles.includes('merchant'));
  const isKnown = sellers.some(({ name, address, phone }) =>
    [name, address, phone].every((part) => part !== undefined),
  );
  // A platform that nobody complains of matters all the same where only it knows who the shop is.
  if (platforms.length === 0 && (isKnown || !hasPlatform(file))) {
    return decide(file, law, { answer: 'no-platform', conclusion: '没有把平台列为对方。', grounds: [] });
  }
  if (isOutsideConsumerLaw(file)) {
    return decide(file, law, {
      answer: 'not-consumer',
      conclusion: '平台对消费者的责任以生活消费为前提，这里只按合同主张。',
      grounds: [{ says: '消费者权益保护法只保护为生活消费购买的人', by: ['consumer-law-2'] }],
    });
  }
  const isSeller = platforms.some(({ roles }) => roles.includes('merchant'));
  if (isSeller || ownBusinessRow(file) !== undefined) {
    return decide(file, law, {
      answer: 'as-seller',
      conclusion: '自营，或者标识足以让人相信是自营的，平台按卖家或者服务者承担责任；由法院根据事实认定。',
      grounds: [
        {
          says: '标记自营、实际自营或者标识足以使人误信为自营的，平台承担销售者或者服务者的责任',
          by: ['online-consumption-4'],
        },
      ],
      certainty: '有争议',
    });
  }
  if (!isKnown) {
    return decide(file, law, {
      answer: 'ask-identity',
      conclusion: '先书面要求平台提供店铺的真实名称、地址和有效联系方式；平台给不出的，可以向平台请求赔偿。',
      grounds: [identity, ...ofReturns(file), knowing(file)],
      missing: [{ label: '店铺经营者的真实名称、地址和联系方式', path: 'respondents' }],
    });
  }
  return decide(file, law, {
    answer: 'not-shown',
    conclusion: '只因店铺违约，平台不承担退款责任；有下面的情形才可以请求平台承担。',
    grounds: [identity, knowing(file)],
  });
}

const identity: Ground = {
  says: '平台不能提供店铺的真实名称、地址和有效联系方式的，消费者可以向平台请求赔偿；平台有更有利的承诺的按承诺',
  by: ['consumer-law-44'],
};

/** The return measure is about goods alone. */
function ofReturns(file: Case): Ground[] {
  if (contractNature(file) !== 'sale') return [];
  return [
    {
      says: '消费者因退货另走途径维权的，平台应当提供店铺的真实名称、地址和有效联系方式',
      by: ['no-reason-measure-24'],
    },
  ];
}

function knowing(file: Case): Ground {
  return {
    says: '平台明知或者应知店铺侵害消费者权益而没有采取必要措施的，与店铺承担连带责任',
    by: sellsKeys(file) ? ['consumer-law-44', 'e-commerce-law-38-1'] : ['consumer-law-44'],
  };
}
