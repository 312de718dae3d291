import type { Case, Claim } from '../../../contract/case/case-file.ts';
import { formatYuan } from '../../../contract/case/money.ts';
import { legalBases } from '../../law/bases/bases.ts';
import { contractNature, faultOf } from '../../law/dispute.ts';
import { type ClaimLine, type PlacedClaim, totalInWords } from '../blocks/claims.ts';
import { courtClaims, prayers, rescissionDay } from '../blocks/prayers.ts';
import { asksForRescission } from '../blocks/rescission.ts';
import { type Inline, joinInline, text } from '../inline.ts';
import type { DocumentInput } from '../paper.ts';
import type { PartyWords } from '../party-words.ts';
import {
  type Answer,
  below,
  box,
  boxes,
  type ElementLine,
  type ElementSection,
  elementRow,
  lineOf,
  none,
  orNone,
  yesOrNo,
} from './elements-form.ts';

/**
 * 诉讼请求 of the form: all prayers in full in the box, then the ten items. The form knows no row for a refund or for
 * triple damages, so these stand in items 3, 4 and 9 with the number of their prayer, and their sum in item 10.
 */
export function claimSection(input: DocumentInput, seller: string, words: PartyWords): ElementSection {
  const { case: file, facts } = input;
  const claims = courtClaims(file);
  const lines = prayers(input, claims, seller, words);
  const numbered = claims.map((placed, index) => ({ placed, line: lines[index] }));
  const of = (...kinds: readonly Claim['kind'][]) =>
    numbered.flatMap(({ placed, line }) => (kinds.includes(placed.claim.kind) && line !== undefined ? [line] : []));
  const total = totalInWords(facts, claims);
  // Neither the claims told in the items above nor the fee: what is left for item 9.
  const told = [...of('damages'), ...of('costs'), ...of('performance'), ...of('rescission')];
  const others = lines.slice(0, -1).filter((line) => !told.includes(line));
  const costs = of('costs').map(pointer);
  return {
    title: '诉讼请求',
    notes: [
      '（原告为卖方时，填写第1项、第2项；原告为买方时，填写第3项、第4项；第5项至第10项为共同项）',
      '（可完整表述诉讼请求；为方便、准确梳理要点，相关内容请在下方要素式表格中填写）',
    ],
    requests: lines,
    total,
    story: [],
    rows: [
      elementRow('1. 给付价款（元）', none),
      elementRow('2. 迟延给付价款的利息（违约金）', none),
      elementRow('3. 赔偿因卖方违约所受的损失', loss(file, of('damages'))),
      elementRow('4. 是否对标的物的瑕疵承担责任', defect(file)),
      elementRow('5. 要求继续履行或者解除合同', performance(input, claims, of('performance', 'rescission'))),
      elementRow('6. 是否主张担保权利', yesOrNo(false, ['内容：'])),
      elementRow('7. 是否主张实现债权的费用', yesOrNo(costs.length > 0, ['费用明细：'], costs.map(below))),
      elementRow('8. 是否主张诉讼费用', yesOrNo(true, [pointer(lines.at(-1) ?? unnumbered)])),
      elementRow('9. 其他请求', orNone(others.map(pointer))),
      elementRow('10. 标的总额', total.length === 0 ? none : [total]),
    ],
  };
}

const unnumbered: ClaimLine = { number: 1, request: [], calculation: [] };

/** "见上述请求第1项：…", so that box and items can never say two things. */
function pointer({ number, request }: ClaimLine): Inline[] {
  const last = request.at(-1);
  const ending = last?.kind === 'text' ? [{ ...last, text: last.text.replace(/[；。]$/u, '') }] : [];
  const said = ending.length === 0 ? request : [...request.slice(0, -1), ...ending];
  return joinInline(`见上述请求第${number}项：`, said, '。');
}

const breaches = ['迟延履行', '不履行', '其他'] as const;

function loss(file: Case, damages: readonly ClaimLine[]): Answer {
  if (damages.length === 0) return none;
  const fault = faultOf(file);
  const breach = fault === 'late' ? '迟延履行' : fault === 'not-performed' ? '不履行' : '其他';
  const calculations = damages.map(({ calculation }) => withoutName(calculation)).filter((line) => line.length > 0);
  return [
    ...damages.map((line) => joinInline('支付赔偿金：', pointer(line))),
    lineOf(...boxes('违约类型：', breaches, [breach])),
    text('具体情形：见“事实与理由”。'),
    ...(calculations.length === 0
      ? [text('损失计算依据：无。')]
      : calculations.map((line) => joinInline('损失计算依据：', line))),
  ];
}

/** The row has its own name for 计算方式. */
function withoutName(calculation: readonly Inline[]): Inline[] {
  const [first, ...rest] = calculation;
  return first?.kind === 'text' ? joinInline(first.text.replace(/^计算方式：/u, ''), rest) : [...calculation];
}

const remedies = ['修理', '重作', '更换', '退货', '减少价款或者报酬'] as const;

/** What is asked for goods that are not as agreed (民法典 582); money for what never came is no matter of defects. */
function defect(file: Case): Answer {
  const asksFor = (kind: Claim['kind']) =>
    file.claims.some((claim) => claim.kind === kind && claim.route !== 'no-reason');
  const isPartial = asksFor('partial-refund');
  const isAsked = faultOf(file) === 'not-conforming' && (isPartial || asksFor('refund'));
  const isService = contractNature(file) === 'service';
  const ticked = [...(asksFor('refund') ? ['退货'] : []), ...(isPartial ? ['减少价款或者报酬'] : [])];
  const other = isAsked && isService ? `退还${isPartial ? '部分' : ''}服务费用` : '';
  return yesOrNo(isAsked, boxes('', remedies, isAsked && !isService ? ticked : []), [
    lineOf(box('其他', other !== ''), ...(other === '' ? [] : [other])),
  ]);
}

function performance(input: DocumentInput, claims: readonly PlacedClaim[], lines: readonly ClaimLine[]): Answer {
  const { case: file, facts } = input;
  const isPerformance = file.claims.some(({ kind }) => kind === 'performance');
  const isEnded = asksForRescission(file);
  const ending = claims.find(({ claim }) => asksForRescission({ claims: [claim] }));
  const day = ending === undefined ? undefined : rescissionDay(facts, file, ending);
  const ended = joinInline('确认买卖合同已于', day ?? '　　年　　月　　日', '解除');
  const ticks: ElementLine[] = [
    lineOf(box('继续履行', isPerformance), box('日内履行完毕付款', false), box('供货', isPerformance), '义务'),
    lineOf(box('判令解除合同', isEnded && day === undefined)),
    lineOf(box(ended, isEnded && day !== undefined)),
  ];
  const isPleaded = !isEnded && legalBases(file, 'court', input.law).some(({ isForCourt }) => isForCourt);
  return [
    ...ticks,
    ...lines.map(pointer),
    ...(isPleaded ? [text('以提起本案诉讼的方式主张解除合同，见“事实与理由”第23项。')] : []),
  ];
}

/** Item 15 of the facts: the damages and the addition under 消费者权益保护法 55, each with its sum. */
export function compensation(file: Case): Answer {
  const sums = file.claims.flatMap(({ kind, amount }) =>
    amount !== undefined && (kind === 'damages' || kind === 'triple-damages') ? [{ kind, amount }] : [],
  );
  if (sums.length === 0) return none;
  const told = sums.map(({ kind, amount }) => `${kind === 'damages' ? '赔偿损失' : '增加赔偿'}${formatYuan(amount)}`);
  const total = sums.reduce((sum, { amount }) => sum + amount, 0);
  return [
    lineOf(box('利息', false)),
    lineOf(box('违约金', false)),
    lineOf(box('赔偿金', true), told.join('；')),
    lineOf(`共计${formatYuan(total)}`, '计算方式：见诉讼请求。'),
  ];
}
