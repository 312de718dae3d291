import type { Case } from '../../../contract/case/case-file.ts';

/** Words that call the other side's conduct an offence. A payment provider enforces no consumer law. */
const accusation = /虚假(?:宣传|广告|描述)|欺诈|诈骗|欺骗|骗(?:子|钱|取|局)|违法|犯罪/u;
/** A sentence with its mark, no quotation cut in two. A `{证据:…}` holds none of the marks. */
const sentence = /(?:“[^”\n]*”|[^。；！？\n])*[。；！？\n]?/gu;

/**
 * The case for a reader who is to hear facts alone: sentences that accuse are left out of what the user wrote, and so
 * is a row that says nothing else. What remains is told as it was written; answers of the other side stay.
 */
export function withoutAccusations(file: Case): Case {
  const statements = Object.fromEntries(
    Object.entries(file.statements).flatMap(([name, written]) => {
      const kept = written === undefined ? '' : factsOnly(written);
      return kept.trim() === '' ? [] : [[name, kept]];
    }),
  );
  return {
    ...file,
    statements,
    promises: file.promises.filter(({ performed }) => !accuses(performed)),
    events: file.events.filter(({ text }) => !accuses(text)),
    keys: file.keys.map(({ outcome, ...key }) => {
      const kept = outcome === undefined ? '' : factsOnly(outcome);
      return kept.trim() === '' ? key : { ...key, outcome: kept };
    }),
    // A claim without its text is told by its kind and amount.
    claims: file.claims.map(({ text, ...claim }) => (text === undefined || accuses(text) ? claim : { ...claim, text })),
  };
}

function accuses(written: string): boolean {
  return accusation.test(withoutQuotations(written));
}

function factsOnly(written: string): string {
  const kept = (written.match(sentence) ?? []).filter((one) => !accuses(one)).join('');
  // A sentence that ended in ； may now be the last one.
  return kept.replace(/；(?=\s*$)/u, '。');
}

/** What somebody said stays, whatever it was. */
function withoutQuotations(text: string): string {
  return text.replaceAll(/“[^”]*”/gu, '');
}
