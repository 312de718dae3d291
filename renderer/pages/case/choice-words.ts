import {
  agentKinds,
  claimKinds,
  dealChannels,
  defenceKinds,
  eventKinds,
  filingBodies,
  issueKinds,
  keyStates,
  purposes,
  respondentRoles,
  stages,
} from '../../../electron/contract/case/case-kinds.ts';
import {
  claimKindWords,
  filingBodyWords,
  issueWords,
  itemKindWords,
  keyStateWords,
  respondentRoleWords,
} from '../../../electron/contract/case/words.ts';
import type { Option } from '../../draft/field-spec.ts';
import { stageWords } from '../../parts/stage-words.ts';

/** What the questions of the workbench offer to choose from, in plain words. `Record` makes a kind without one an error. */

function options<Kind extends string>(
  kinds: readonly Kind[],
  labels: Readonly<Record<Kind, string>>,
  help?: Readonly<Partial<Record<Kind, string>>>,
): readonly Option[] {
  return kinds.map((value) => {
    const words = help?.[value];
    return { value, label: labels[value], ...(words === undefined ? {} : { help: words }) };
  });
}

export const issueOptions = options(issueKinds, issueWords, {
  'not-as-described': '能用，但和说好的不一样：功能、期限、适用范围。',
  'false-description': '商品页、广告或者客服说的是假的。',
  'does-not-activate': '激活不了，或者和您的设备、系统、地区不匹配。',
  'key-invalid-or-used': '一打开就提示无效，或者已经被别人用过。',
  'not-credited-or-late': '付了钱没到账，或者过了很久才到。',
  'no-after-sales': '商家不理、店铺关了、承诺的售后没有。',
  'unused-membership-or-balance': '还没用完的会员时间或者余额想退。',
  'automatic-renewal': '没有被显著提醒，就被自动扣了下一期的钱。',
  'minor-top-up': '孩子没有经监护人同意就充了值。',
});

export const stageOptions = options(stages, stageWords);
export const roleOptions = options(respondentRoles, respondentRoleWords);
export const itemKindOptions = options(['card-key', 'game-credit', 'membership', 'other'] as const, itemKindWords);
export const filingBodyOptions = options(filingBodies, filingBodyWords);

export const keyStateOptions = options(keyStates, keyStateWords, {
  'not-delivered': '付了钱，一直没有收到。',
  unused: '收到了，没有用过。',
  activated: '已经成功激活。请如实写，隐瞒反而不利。',
  'partly-used': '用掉了一部分。用掉的那部分会从退款里扣除。',
  'used-before-delivery': '第一次打开就提示已被使用。',
  'does-not-activate': '输入后提示错误，激活不成功。',
  frozen: '激活后又被停用、封禁或者收回。',
});

export const claimKindOptions = options(claimKinds, claimKindWords, {
  refund: '把付的钱全部退回来。',
  'partial-refund': '只要求退一部分，例如没用完的部分。算式写在下面。',
  damages: '因为这件事另外花的钱、受的损失，要有凭证。',
  'triple-damages': '商家故意骗人时才可以要求，要证明“说的是假的”和“他知道是假的”。',
  costs: '要求由对方负担诉讼费、保全费等。',
  performance: '要求商家把答应的东西交付好、修好。',
  rescission: '要求合同不再继续，把已付的钱退回。',
  other: '用自己的话写在下面。',
});

export const channelOptions = options(
  dealChannels,
  { 'platform-shop': '购物平台上的店铺', 'own-site': '商家自己的网站或者 App', 'private-chat': '聊天里直接转账' },
  {
    'private-chat': '在聊天软件里谈好并转账的，平台一般不处理，主要靠聊天记录和转账记录。',
  },
);

export const purposeOptions = options(
  purposes,
  { living: '自己或者家人用', business: '工作、生产经营用', resale: '再卖给别人' },
  {
    business: '为生产经营买的，通常不按消费者权益保护法处理，据理会换用合同的规定。',
    resale: '为转卖买的，通常不按消费者权益保护法处理，据理会换用合同的规定。',
  },
);

export const agentKindOptions = options(agentKinds, {
  guardian: '监护人（父母等，替未成年人）',
  lawyer: '律师',
  'legal-service-worker': '基层法律服务工作者',
  relative: '近亲属（父母、配偶、子女等）',
  'recommended-citizen': '社区、单位或者社会团体推荐的人',
});

export const eventKindOptions = options(eventKinds, {
  discovery: '发现有问题',
  delivery: '收到商品或者卡密',
  'no-reason-request': '提出无理由退货',
  demand: '要求退款或者处理',
  admission: '对方承认有问题',
  'goods-returned': '卖家收到退回的商品',
  'rescission-notice': '通知解除合同',
  settlement: '达成和解或者调解',
  judgment: '法院作出判决',
});

export const defenceKindOptions = options(defenceKinds, {
  'already-used': '“已经使用了，不能退”',
  'key-leaked': '“是您自己把卡密泄露了”',
  'not-a-quality-fault': '“这不是质量问题”',
  'no-refund-term': '“虚拟商品，不退不换”',
  'refund-delayed': '答应退，但一直没有退',
  other: '别的说法',
});

export const filingStatusOptions: readonly Option[] = [
  { value: 'filed', label: '已提交，还没有回音' },
  { value: 'accepted', label: '已受理' },
  { value: 'handled', label: '已处理完' },
  { value: 'refused', label: '被拒绝或者不受理' },
  { value: 'withdrawn', label: '自己撤回了' },
];

export const noticeOptions: readonly Option[] = [
  { value: 'none', label: '没有提醒' },
  { value: 'unclear', label: '有，但不显眼' },
  { value: 'clear', label: '有，很清楚' },
];
