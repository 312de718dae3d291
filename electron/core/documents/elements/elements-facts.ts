import type { Case } from '../../../contract/case/case-file.ts';
import { formatMoment } from '../../../contract/case/moments.ts';
import { formatYuan } from '../../../contract/case/money.ts';
import { contractNature, faultOf } from '../../law/dispute.ts';
import { accountOfFacts, promiseSentences } from '../blocks/account-of-facts.ts';
import { conclusionParagraphs } from '../blocks/conclusion.ts';
import { evidenceParagraphs } from '../blocks/evidence-section.ts';
import { groundParagraphs, standardTermParagraphs } from '../blocks/legal-grounds.ts';
import { orderFacts, paymentMethods } from '../blocks/payments.ts';
import { courtClaims } from '../blocks/prayers.ts';
import { type Inline, joinInline, text } from '../inline.ts';
import type { DocumentInput } from '../paper.ts';
import { paperProse } from '../paper-text.ts';
import { numberedParty, type PartyWords } from '../party-words.ts';
import { compensation } from './elements-claims.ts';
import {
  type Answer,
  below,
  box,
  type ElementSection,
  elementRow,
  joined,
  lineOf,
  none,
  orNone,
} from './elements-form.ts';
import { guaranteeRows } from './elements-guarantees.ts';
import { delay, notice, paidAndDelivered, toldOrNot, urged } from './elements-performance.ts';

/** 事实与理由 of the form: its twenty-five items, the whole account told in those where it belongs. */
export function factSection(input: DocumentInput, seller: string, words: PartyWords): ElementSection {
  const { case: file, facts } = input;
  const telling = { words, seller, shown: { orders: false, promises: true } };
  const account = accountOfFacts(file, facts, telling);
  const told = (title: string) => account.find((part) => part.title === title)?.paragraphs ?? [];
  const placed = ['交易经过', '争议情况', '协商和处理经过'];
  const rest = account.filter(({ title }) => !placed.includes(title)).flatMap(({ paragraphs }) => paragraphs);
  const problem = told('争议情况');
  const isDefect = faultOf(file) === 'not-conforming';
  const promises = promiseSentences({ ...telling, file, facts });
  return {
    title: '事实与理由',
    notes: ['（可完整表述纠纷涉及的事实与理由；为方便、准确梳理要点，相关内容请在下方要素式表格中填写）'],
    requests: [],
    total: [],
    story: [text('事实与理由在下列第1项至第25项中逐项写明。')],
    rows: [
      elementRow(
        '1. 合同的签订情况（名称、编号、签订时间、地点等；如无书面合同，请注明“无书面合同”）',
        contractMade(input, words, told('交易经过')),
      ),
      elementRow('2. 合同主体', contractParties(file, words)),
      elementRow('3. 买卖标的物情况（标的物名称、规格、质量、数量等）', goods(input)),
      elementRow('4. 合同约定的价格及支付方式', price(input)),
      elementRow('5. 合同约定的交货时间、地点、方式、风险承担、安装、调试、验收', agreedDelivery(file)),
      elementRow('6. 合同约定的质量标准及检验方式、质量异议期限', orNone(paperProse(facts, words, file.terms.quality))),
      elementRow('7. 合同约定的违约金（定金）', penalty(input, words)),
      elementRow('8. 价款支付及标的物交付情况', paidAndDelivered(file)),
      elementRow('9. 是否存在迟延履行', delay(file, seller)),
      elementRow('10. 是否催促过履行', urged(input, words)),
      elementRow('11. 买卖合同标的物有无质量争议', toldOrNot(isDefect ? problem : [], ['有', '无'])),
      elementRow(
        '12. 标的物质量规格或履行方式是否存在不符合约定的情况',
        toldOrNot(promises.length > 0 ? promises : isDefect ? [text('见第11项。')] : []),
      ),
      elementRow('13. 是否曾就标的物质量问题进行协商', toldOrNot(told('协商和处理经过'))),
      elementRow('14. 是否通知解除合同', notice(input, words)),
      elementRow('15. 被告应当支付的利息、违约金、赔偿金', compensation(file)),
      ...guaranteeRows(),
      elementRow('23. 请求承担责任的依据', grounds(input, seller, words)),
      elementRow(
        '24. 其他需要说明的内容（可另附页）',
        orNone([
          ...(isDefect ? [] : problem),
          ...rest,
          ...standardTermParagraphs(input, 'court', words),
          ...conclusionParagraphs(input, courtClaims(file), seller, words, isDefect ? '第11项' : '本项'),
        ]),
      ),
      elementRow('25. 证据清单（可另附页）', evidenceParagraphs(input, words)),
    ],
  };
}

/** A sentence for each line of each order; a blank where the case has none. */
function eachOrder(
  { case: file, facts }: DocumentInput,
  lines: (order: ReturnType<typeof orderFacts>) => Inline[][],
): Inline[][] {
  if (file.orders.length === 0) return [facts.need(undefined, '订单信息', 'orders')];
  return file.orders
    .flatMap((order, index) => lines(orderFacts(facts, order, index, file.orders.length)))
    .map((line) => joinInline(line, '。'));
}

function contractMade(input: DocumentInput, words: PartyWords, background: Inline[][]): Answer {
  const { case: file, facts } = input;
  const written = paperProse(facts, words, file.terms.written);
  return [...(written.length > 0 ? written : [text('无书面合同。')]), ...background];
}

/** The form is one of sales; who renders a service and who takes it stand in the same places. */
function contractParties(file: Case, words: PartyWords): Answer {
  const [gives, takes] = contractNature(file) === 'service' ? ['（服务提供者）', '（接受服务者）'] : ['', ''];
  const merchants = file.respondents.flatMap(({ roles, name, shopName }, index) =>
    roles.includes('merchant')
      ? [numberedParty(words.respondent, index, file.respondents.length) + (name ?? shopName ?? '')]
      : [],
  );
  const buyers = file.claimants.map(
    ({ name }, index) => numberedParty(words.claimant, index, file.claimants.length) + (name ?? ''),
  );
  const sellers = merchants.length === 0 ? '不详' : `${merchants.join('、')}${gives}`;
  return [text(`出卖人（卖方）：${sellers}`), text(`买受人（买方）：${buyers.join('、')}${takes}`)];
}

function goods(input: DocumentInput): Answer {
  return eachOrder(input, ({ items, account }) => [
    joinInline(items, account.length === 0 ? [] : joinInline('，充值或者使用账号：', account)),
  ]);
}

/** Unit price and price, how it was paid, and each payment. Whatever is neither cash nor a transfer is 其他. */
function price(input: DocumentInput): Answer {
  const { orders } = input.case;
  const methods = paymentMethods(orders);
  const others = methods.filter((method) => !/现金|转账|汇款/u.test(method));
  const items = orders.flatMap((order) => order.items);
  const payments = orders.map((order) => order.payments.length);
  const isAtOnce = payments.length > 0 && payments.every((count) => count === 1);
  return [
    ...items.map(({ name, quantity, unitPrice }) => {
      const which = items.length === 1 ? '' : `“${name}”${quantity}份：`;
      return lineOf(`${which}单价${formatYuan(unitPrice)}；总价${formatYuan(quantity * unitPrice)}；`);
    }),
    lineOf(
      box(
        '以现金',
        methods.some((method) => /现金/u.test(method)),
      ),
      box(
        '转账',
        methods.some((method) => /转账|汇款/u.test(method)),
      ),
      box('票据', false),
      joined('（写明票据类型）'),
      box('其他', others.length > 0),
      `${others.join('、')}方式`,
    ),
    lineOf(box('一次性', isAtOnce), box('分期', false), '支付'),
    lineOf('分期方式：'),
    ...eachOrder(input, ({ payments: lines }) => lines).map(below),
  ];
}

function agreedDelivery({ promises, orders }: Case): Answer {
  const until = promises.flatMap(({ interval }) =>
    interval?.promisedUntil === undefined
      ? []
      : [`${interval.promisedText}（截至${formatMoment(interval.promisedUntil)}）`],
  );
  return orders.length === 0 ? none : [text(`通过信息网络交付${until.length === 0 ? '' : `；${until.join('；')}`}。`)];
}

/** The boxes by the words of the clause itself, which follows in full. */
function penalty({ case: { terms }, facts }: DocumentInput, words: PartyWords): Answer {
  const clause = paperProse(facts, words, terms.penalty);
  if (clause.length === 0) return none;
  const written = terms.penalty ?? '';
  const isAgreed = !/^(?:无|没有|未|不)/u.test(written);
  const isForDelay = /(?:迟延|逾期|每日|每天|按日)[^。；]*违约金|违约金[^。；]*(?:每日|每天|按日)/u.test(written);
  return [
    lineOf(box('违约金', isAgreed && !isForDelay && written.includes('违约金'))),
    lineOf(box('定金', isAgreed && written.includes('定金'))),
    lineOf(box('迟延履行违约金', isAgreed && isForDelay)),
    ...clause.map(below),
  ];
}

/** 合同约定 and 法律规定: what was promised, then each rule with its source. */
function grounds(input: DocumentInput, seller: string, words: PartyWords): Answer {
  const { promises, terms } = input.case;
  const agreed = [
    promises.length > 0 ? '第12项所列承诺' : undefined,
    terms.quality === undefined ? undefined : '第6项所列约定',
    terms.penalty === undefined ? undefined : '第7项所列约定',
  ].filter((ground) => ground !== undefined);
  const rules = groundParagraphs(input, 'court', words, seller);
  return [
    text(`合同约定：${agreed.length === 0 ? '无' : agreed.join('、')}。`),
    ...(rules.length === 0 ? [text('法律规定：无。')] : [text('法律规定：'), ...rules]),
  ];
}
