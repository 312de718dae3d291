import type { Case } from '../../contract/case/case-file.ts';
import {
  bankCardsIn,
  cardKeysIn,
  identityNumbersIn,
  mobilesIn,
  namedKeysIn,
  passwordsIn,
} from '../cases/sensitive-text.ts';
import { writtenTexts } from '../cases/written-texts.ts';
import type { PaperId } from '../documents/paper.ts';
import type { CheckInput, Match, Rule } from './rule.ts';

/** What must not travel with the papers: whoever reads them could use it. No message repeats what it found. */
export const privacyRules: readonly Rule[] = [
  { id: 'key.unmasked', severity: 'warning', find: keyUnmasked },
  { id: 'claimant.id-number-in-text', severity: 'warning', find: ownIdNumber },
  { id: 'privacy.identity-number', severity: 'warning', find: identityNumber },
  { id: 'privacy.bank-card', severity: 'warning', find: bankCard },
  { id: 'privacy.phone-of-others', severity: 'hint', find: phoneOfOthers },
  { id: 'privacy.password', severity: 'warning', find: password },
];

/** Fields that hold numbers of their own; what stands there is no card key, and neither is its repetition in a text. */
const numberFields =
  /(?:^|\.)(?:number|transactionNumber|reference|creditCode|idNumber|phone|mobile|email|postcode|path|format|id|order)$/;

/** The texts that a reader may write freely, without what only repeats a number of the case. */
function freeTexts(subject: Case): { readonly path: string; readonly text: string; isKnown(found: string): boolean }[] {
  const texts = writtenTexts(subject);
  const numbers = texts.filter(({ path }) => numberFields.test(path)).map(({ text }) => text);
  const isKnown = (found: string) => numbers.some((number) => number.includes(found));
  return texts.filter(({ path }) => !numberFields.test(path)).map(({ path, text }) => ({ path, text, isKnown }));
}

function keyUnmasked({ case: subject }: CheckInput): Match[] {
  return freeTexts(subject).flatMap(({ path, text, isKnown }) => {
    const keys = [...cardKeysIn(text), ...namedKeysIn(labelled.test(path) ? `卡密${text}` : text)];
    return keys.some((key) => !isKnown(key))
      ? [
          {
            path,
            message:
              '这里像是写了一整串卡密。文书会交给多方，看到的人都可能使用它。请只留末四位，其余改成星号，例如“尾号为 7Q2K 的激活码”。',
          },
        ]
      : [];
  });
}

/** What stands in this field is the key, whether the text says so or not. */
const labelled = /^keys\[\d+\]\.label$/;

/** Numbers of the claimants and of those who act for them, whatever their form. */
function ownIdNumbers({ claimants }: Case): string[] {
  return claimants
    .flatMap(({ idNumber, agent }) => [idNumber, agent?.idNumber])
    .filter((number): number is string => number !== undefined && number.length >= 8);
}

function ownIdNumber({ case: subject }: CheckInput): Match[] {
  const known = ownIdNumbers(subject);
  return writtenTexts(subject).flatMap(({ path, text }) =>
    path.endsWith('.idNumber') || !known.some((number) => text.includes(number))
      ? []
      : [
          {
            path,
            message: '这里写出了完整的证件号码。它只应出现在文书的证件号码一栏，写在这里会随材料交给更多人，请删去。',
          },
        ],
  );
}

function identityNumber({ case: subject }: CheckInput): Match[] {
  const own = ownIdNumbers(subject);
  return freeTexts(subject).flatMap(({ path, text, isKnown }) =>
    identityNumbersIn(text).some((number) => !own.includes(number) && !isKnown(number))
      ? [
          {
            path,
            message:
              '这里像是写了别人的身份证号码。材料会交给商家和经办人员，请删去；确需说明身份的，只写姓名和关系，号码用星号遮盖。',
          },
        ]
      : [],
  );
}

function bankCard({ case: subject }: CheckInput): Match[] {
  return freeTexts(subject).flatMap(({ path, text, isKnown }) =>
    bankCardsIn(text).some((number) => !isKnown(number))
      ? [
          {
            path,
            message:
              '这里像是写了完整的银行卡号。退款一般按原支付方式退回，文书不需要卡号，请只写开户行和末四位，例如“储蓄卡尾号0000”。',
          },
        ]
      : [],
  );
}

/** These stay with court, agent or office; every other paper reaches the merchant or is shown to it. */
const papersKeptFromMerchant: readonly PaperId[] = ['authorisation', 'service-address'];

function phoneOfOthers({ case: subject, papers }: CheckInput): Match[] {
  if (papers.every((paper) => papersKeptFromMerchant.includes(paper))) return [];
  const known = new Set(
    [
      ...subject.claimants.flatMap(({ phone, agent, serviceAddress }) => [
        phone,
        agent?.phone,
        serviceAddress?.phone,
        serviceAddress?.mobile,
      ]),
      ...subject.respondents.map(({ phone }) => phone),
    ].flatMap((phone) => (phone === undefined ? [] : mobilesIn(phone))),
  );
  return freeTexts(subject).flatMap(({ path, text }) =>
    mobilesIn(text).some((mobile) => !known.has(mobile))
      ? [
          {
            path,
            message:
              '这里写了一个不属于双方当事人的手机号码，材料会交给商家。请遮盖中间四位或者删去；是对方客服的号码，请填到对方当事人的电话一栏。',
          },
        ]
      : [],
  );
}

function password({ case: subject }: CheckInput): Match[] {
  return freeTexts(subject).flatMap(({ path, text }) =>
    passwordsIn(text).length > 0
      ? [
          {
            path,
            message: '这里像是写了账号的密码。任何文书都不需要密码，请删去；已经给过别人看的，请尽快修改密码。',
          },
        ]
      : [],
  );
}
