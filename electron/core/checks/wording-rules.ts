import { quote } from '../cases/found-text.ts';
import { writtenTexts } from '../cases/written-texts.ts';
import { inForceOn } from '../law/provisions.ts';
import { ownTexts } from './own-words.ts';
import type { CheckInput, Match, Rule } from './rule.ts';
import { absolutes, emotions, misapplied, outcomes, outdated, threats, type Wording } from './wordings.ts';

export const wordingRules: readonly Rule[] = [
  {
    id: 'wording.threat',
    severity: 'warning',
    provisions: ['consumer-regulation-49-2', 'complaint-measure-42'],
    find: threat,
  },
  { id: 'wording.absolute', severity: 'warning', find: absolute },
  { id: 'wording.outcome', severity: 'warning', find: outcome },
  { id: 'wording.emotional', severity: 'hint', find: emotional },
  { id: 'wording.outdated-law', severity: 'warning', find: outdatedLaw },
  { id: 'wording.misapplied-law', severity: 'warning', find: misappliedLaw },
  { id: 'wording.no-glyph', severity: 'warning', find: noGlyph },
];

/** Printed as an empty box: a clerk cannot read it, and it cannot be copied. */
function noGlyph({ case: subject, undrawableCharacters }: CheckInput): Match[] {
  return writtenTexts(subject).flatMap(({ path, text }) => {
    const characters = undrawableCharacters.filter((character) => text.includes(character));
    if (characters.length === 0) return [];
    const codes = characters.map((character) => `U+${character.codePointAt(0)?.toString(16).toUpperCase()}`);
    return [{ path, message: `字体中没有这些字符，打印后会是空框：${codes.join('、')}。请换成文字。` }];
  });
}

function threat({ case: subject }: CheckInput): Match[] {
  return found(
    subject,
    threats,
    (words, instead) =>
      `${words}是用施压换取退款的说法，可能被认为借投诉牟利，反而不利。请删去，可以改为：${instead}。`,
  );
}

function absolute({ case: subject }: CheckInput): Match[] {
  return found(
    subject,
    absolutes,
    (words, instead) => `${words}说得绝对，法律没有这样规定，容易被对方抓住。请改为：${instead}。`,
  );
}

function outcome({ case: subject }: CheckInput): Match[] {
  return found(
    subject,
    outcomes,
    (words, instead) => `${words}是对结果的预言，结果由受理的机关依法决定，文书里不要写。请改为：${instead}。`,
  );
}

function emotional({ case: subject }: CheckInput): Match[] {
  return found(subject, emotions, (words, instead) => `${words}带有情绪，看材料的人更需要事实。请改为：${instead}。`);
}

function outdatedLaw({ case: subject, law }: CheckInput): Match[] {
  // Before the new rule was in force the old one was not outdated.
  const isReplaced = ({ provisions }: Match) =>
    provisions === undefined || inForceOn(law.provisions, provisions, [subject.date]).length > 0;
  return found(subject, outdated, (words, instead) => `${words}是已经失效或改过的规定。请改为：${instead}。`).filter(
    isReplaced,
  );
}

function misappliedLaw({ case: subject }: CheckInput): Match[] {
  return found(subject, misapplied, (words, instead) => `${words}是常见的引用错误。请改正：${instead}。`);
}

/** Only the claimant's own words; one match for each field and wording, words inside words once. */
function found(
  subject: CheckInput['case'],
  wordings: readonly Wording[],
  message: (words: string, instead: string) => string,
): Match[] {
  return ownTexts(subject).flatMap(({ path, text }) => {
    const hits = wordings.flatMap(([pattern, instead, provisions]) => {
      const words = pattern.exec(text)?.[0];
      return words === undefined ? [] : [{ words, instead, provisions }];
    });
    return hits
      .filter(({ words }, index) => !hits.slice(0, index).some((earlier) => earlier.words.includes(words)))
      .map(({ words, instead, provisions }) => ({
        path,
        message: message(quote(words), instead),
        ...(provisions === undefined ? {} : { provisions }),
      }));
  });
}
