import { joinInline, text } from '../inline.ts';
import type { DocumentInput } from '../paper.ts';
import { paperPhrase, paperProse } from '../paper-text.ts';
import type { PartyWords } from '../party-words.ts';
import {
  below,
  box,
  boxes,
  type ElementSection,
  elementRow,
  indented,
  lineOf,
  section,
  yesOrNo,
} from './elements-form.ts';

/** "无", "没有申请": an answer in words to a box that is ticked. */
const saysNone = /^\s*(?:无|没有|没|未|否|不)(?:申请|采取)?(?:过)?(?:诉前)?(?:保全)?[。.]?\s*$/u;

/** 约定管辖和诉前保全. */
export function agreedCourtSection({ case: file, facts }: DocumentInput, words: PartyWords): ElementSection {
  const clauses = [file.terms.arbitration, file.terms.jurisdiction].flatMap((clause) =>
    clause === undefined ? [] : [joinInline(paperPhrase(facts, words, clause.text), '。')],
  );
  const told = file.court.preservation;
  const preserved = told === undefined || saysNone.test(told) ? [] : paperProse(facts, words, told);
  return section('约定管辖和诉前保全', [
    elementRow(
      '1. 有无仲裁、法院管辖约定',
      yesOrNo(clauses.length > 0, ['合同条款及内容：'], clauses.map(below), ['有', '无']),
    ),
    elementRow('2. 是否已经诉前保全', [
      ...yesOrNo(
        preserved.length > 0,
        ['保全法院：', '保全时间：'],
        [indented(lineOf('保全案号：')), ...preserved.map(below)],
      ),
      text('（如申请诉讼保全，请另行提交诉讼保全申请及相关材料）'),
    ]),
  ]);
}

const mediationWords = { yes: '是', no: '否', undecided: '暂不确定，想要了解更多内容' } as const;

/** What form 06 tells of mediation before the case is heard; each is answered with 了解 or 不了解. */
const benefits = [
  '1. 立案后选择先行调解的，可以很快启动调解程序。如不同意调解，法院将依程序开庭审理案件，但可能需要经过较长一段时间的排期等待，且审理、执行周期相对较长。',
  '2. 选择先行调解，调解成功且自动履行的免交诉讼费用，申请司法确认的不交纳诉讼费用，要求出具调解书的减半交纳诉讼费用。',
  '3. 首次调解不成功，但仍有继续调解意愿的，可以选择更换调解组织和调解员再进行调解。调解无法达成一致意见的，法院将依程序排期开庭。',
  '4. 依照法律规定，调解具有保密性要求，调解过程不公开，调解协议未经当事人同意不得公开。',
  '5. 调解达成的协议具有法律效力，可以依照法律规定申请司法确认，具有强制执行效力。',
] as const;

/** 对纠纷解决方式的意愿: nobody but the plaintiff can answer, so an open answer leaves the boxes empty, to be ticked by hand (core/checks gives a hint). */
export function settlementSection({ case: file }: DocumentInput): ElementSection {
  const { knowsMediation, mediation } = file.court;
  const knows = knowsMediation === undefined ? [] : [knowsMediation ? '了解' : '不了解'];
  const known = boxes('', ['了解', '不了解'], knows);
  const wants = mediation === undefined ? undefined : mediationWords[mediation];
  return section('对纠纷解决方式的意愿', [
    elementRow('是否了解调解作为非诉讼纠纷解决方式，能及时、高效、低成本、不伤和气地解决纠纷', [lineOf(...known)]),
    {
      ...elementRow(
        '是否了解先行调解解决纠纷的好处',
        benefits.flatMap((benefit) => [text(benefit), lineOf(...known)]),
      ),
      isLong: false,
    },
    elementRow(
      '是否考虑先行调解',
      Object.values(mediationWords).map((label) => lineOf(box(label, label === wants))),
    ),
  ]);
}
