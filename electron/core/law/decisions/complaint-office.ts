import type { Case, Respondent } from '../../../contract/case/case-file.ts';
import { type Decision, decide } from '../decision.ts';
import type { Law } from '../law.ts';
import { jurisdictionGround } from '../tables/jurisdiction.ts';

/** Which market regulator handles a complaint (投诉举报处理办法 13): by where the other side trades. */
export type ComplaintOffice = 'own-seat' | 'published-or-platform' | 'platform-seat' | 'unknown';

export interface ComplaintOfficeDecision extends Decision<ComplaintOffice> {
  /** The places whose county-level office may be asked; an address that the case does not know is left out. */
  readonly places: readonly { readonly of: string; readonly address: string | undefined }[];
}

export function complaintOffice(file: Case, law: Law): ComplaintOfficeDecision {
  const merchant = file.respondents.find(({ roles }) => roles.includes('merchant'));
  const platform = file.respondents.find(({ roles }) => roles.includes('platform'));
  const channel = channelOf(file);
  const rule = (id: Parameters<typeof jurisdictionGround>[1]) => jurisdictionGround(law.jurisdiction, id);
  if (merchant === undefined && platform === undefined) {
    return {
      ...decide(file, law, {
        answer: 'unknown',
        conclusion: '还没有写商家或者平台，不能判断由哪里的市场监督管理部门处理。',
        grounds: [],
        missing: [{ label: '商家或者平台的名称和地址', path: 'respondents' }],
      }),
      places: [],
    };
  }
  if (merchant === undefined || merchant === platform || channel === 'own-site' || channel === 'private-chat') {
    const operator = merchant ?? platform;
    return {
      ...decide(file, law, {
        answer: 'own-seat',
        conclusion: '由被投诉的经营者住所地的县级市场监督管理部门处理。',
        grounds: rule('own-seat'),
        certainty: channel === 'private-chat' ? '有争议' : '依法',
        missing: addressMissing(file, operator),
      }),
      places: [{ of: '经营者住所地', address: operator?.address }],
    };
  }
  if (channel === undefined) {
    return {
      ...decide(file, law, {
        answer: 'unknown',
        conclusion: '请先写明是在平台店铺、商家自建网站，还是私下聊天成交，处理的部门因此不同。',
        grounds: rule('seat-or-published-address'),
        missing: [{ label: '在哪里成交', path: 'orders[0].channel' }],
      }),
      places: [],
    };
  }
  const seat = { of: '平台住所地', address: platform?.address };
  if (merchant.publishedAddress === undefined) {
    return {
      ...decide(file, law, {
        answer: 'platform-seat',
        conclusion: '可以由平台住所地的县级市场监督管理部门处理；店铺在平台公示了地址的，公示地址的部门也可以处理。',
        grounds: [...rule('platform-shop-without-address'), ...rule('first-office')],
        missing: [
          {
            label: '店铺在平台公示的地址（有公示的）',
            path: `respondents[${file.respondents.indexOf(merchant)}].publishedAddress`,
          },
          ...addressMissing(file, platform),
        ],
      }),
      places: [seat],
    };
  }
  return {
    ...decide(file, law, {
      answer: 'published-or-platform',
      conclusion: '由店铺在平台公示的地址或者平台住所地的县级市场监督管理部门处理，可以选一处。',
      grounds: [...rule('platform-shop'), ...rule('first-office')],
      missing: addressMissing(file, platform),
    }),
    places: [{ of: '店铺公示地址', address: merchant.publishedAddress }, seat],
  };
}

/** The channel that all orders with one share; a shop on a platform where only the platform's name is known. */
function channelOf({ orders, respondents }: Case): Case['orders'][number]['channel'] {
  const channels = [...new Set(orders.flatMap(({ channel }) => (channel === undefined ? [] : [channel])))];
  if (channels.length > 0) return channels.length === 1 ? channels[0] : undefined;
  return respondents.some(({ roles }) => roles.includes('platform')) ? 'platform-shop' : undefined;
}

function addressMissing({ respondents }: Case, party: Respondent | undefined): { label: string; path: string }[] {
  if (party?.address !== undefined) return [];
  const path = party === undefined ? 'respondents' : `respondents[${respondents.indexOf(party)}].address`;
  return [{ label: party === undefined ? '平台的名称和住所' : '住所', path }];
}
