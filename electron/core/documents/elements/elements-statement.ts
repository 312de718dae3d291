import { type SignatureLine, signatureBlock } from '../blocks/signature.ts';
import type { DocumentInput } from '../paper.ts';
import { type PartyWords, sellerName } from '../party-words.ts';
import { claimSection } from './elements-claims.ts';
import { factSection } from './elements-facts.ts';
import type { ElementRow, ElementSection } from './elements-form.ts';
import { partySection } from './elements-parties.ts';
import { agreedCourtSection, settlementSection } from './elements-terms.ts';

const words: PartyWords = { claimant: '原告', respondent: '被告' };

/**
 * 民事起诉状（买卖合同纠纷）, form 06 of the model statements by elements (法〔2025〕82号): the nearest to a purchase on
 * the net, as there is none for 网络购物 or 网络服务. Its heads, rows, boxes and remarks are the form's own and stand in
 * its order. It has no row for a service address; that is a paper of its own.
 */
export interface ElementsStatement {
  readonly subtitle: string;
  readonly sections: ElementSection[];
  /** The last row of the last section: the signature is never alone on its page. */
  readonly lastRows: ElementRow[];
  readonly signers: SignatureLine[];
  readonly date: string;
}

export function buildElementsStatement(input: DocumentInput): ElementsStatement {
  const seller = sellerName(input.case.respondents, words.respondent);
  const { lines, date } = signatureBlock(input.case, '具状人');
  const settlement = settlementSection(input);
  return {
    subtitle: '（买卖合同纠纷）',
    sections: [
      partySection(input),
      claimSection(input, seller, words),
      agreedCourtSection(input, words),
      factSection(input, seller, words),
      { ...settlement, rows: settlement.rows.slice(0, -1) },
    ],
    lastRows: settlement.rows.slice(-1),
    signers: lines.map(({ label }) => ({ label: label.replace('（签名）', '（签字、盖章）') })),
    date,
  };
}
