import type { Respondent } from '../../../contract/case/case-file.ts';
import { joinInline } from '../inline.ts';
import type { DocumentInput } from '../paper.ts';
import { numberedParty } from '../party-words.ts';
import { type Answer, box, boxes, type ElementRow, indented, joined, lineOf, partyRow } from './elements-form.ts';

const known = (value: string | undefined) => value ?? '不详';

/** 被告（自然人）: what a buyer does not know of the other side is said to be unknown. */
export function personRow({ case: file, facts }: DocumentInput, respondent: Respondent, index: number): ElementRow {
  const who = numberedParty('被告', index, file.respondents.length);
  const path = `respondents[${index}]`;
  return partyRow(`${who}（自然人）`, [
    joinInline('姓名：', facts.need(respondent.name, `${who}姓名`, `${path}.name`), shop(respondent)),
    lineOf(...boxes('性别：', ['男', '女'], [])),
    lineOf('出生日期：不详', '民族：不详'),
    lineOf('工作单位：不详', '职务：不详', `联系电话：${known(respondent.phone)}`),
    joinInline('住所地（户籍所在地）：', facts.need(respondent.address, `${who}住所地`, `${path}.address`)),
    lineOf('经常居住地：不详'),
    lineOf('证件类型：不详'),
    lineOf('证件号码：不详'),
  ]);
}

/** 被告（法人、非法人组织）, with the kinds and owners that the form lists. */
export function companyRow({ case: file, facts }: DocumentInput, respondent: Respondent, index: number): ElementRow {
  const who = numberedParty('被告', index, file.respondents.length);
  const path = `respondents[${index}]`;
  const { kind, name, address, phone, creditCode, legalRepresentative, legalRepresentativePosition } = respondent;
  // The form has no box for an individual business, so its name says what it is.
  const business = kind === 'sole-trader' ? '（个体工商户）' : '';
  return partyRow(`${who}（法人、非法人组织）`, [
    joinInline('名称：', facts.need(name, `${who}名称`, `${path}.name`), business, shop(respondent)),
    joinInline('住所地（主要办事机构所在地）：', facts.need(address, `${who}住所地`, `${path}.address`)),
    lineOf('注册地/登记地：不详'),
    lineOf(
      `法定代表人/负责人：${known(legalRepresentative)}`,
      `职务：${known(kind === 'sole-trader' ? '经营者' : legalRepresentativePosition)}`,
      `联系电话：${known(phone)}`,
    ),
    lineOf(`统一社会信用代码：${known(creditCode)}`),
    ...typeLines(respondent),
    lineOf(
      box('所有制性质：国有', false),
      joined(box('（控股', false)),
      box('参股', false),
      joined('）'),
      box('民营', false),
      '其他',
    ),
  ]);
}

function shop({ shopName }: Respondent): string {
  return shopName === undefined ? '' : `（网店名称：${shopName}）`;
}

const types: readonly (readonly string[])[] = [
  ['有限责任公司', '股份有限公司', '上市公司'],
  ['其他企业法人', '事业单位', '社会团体', '基金会'],
  ['社会服务机构', '机关法人', '农村集体经济组织法人'],
  ['城镇农村的合作经济组织法人', '基层群众性自治组织法人'],
  ['个人独资企业', '合伙企业', '不具有法人资格的专业服务机构'],
];

/** 类型: the kind of company that its own name states is ticked, and no other. */
function typeLines({ kind, name = '' }: Respondent): Answer {
  const type = kind === 'sole-trader' ? undefined : typeOf(name);
  return types.map((labels, index) =>
    index === 0
      ? lineOf(...boxes('类型：', labels, type === undefined ? [] : [type]))
      : indented(lineOf(...boxes('', labels, type === undefined ? [] : [type]))),
  );
}

function typeOf(name: string): string | undefined {
  if (/股份有限公司$/u.test(name)) return '股份有限公司';
  if (/有限(?:责任)?公司$/u.test(name)) return '有限责任公司';
  return /[（(](?:特殊)?(?:普通|有限)合伙[）)]$/u.test(name) ? '合伙企业' : undefined;
}
