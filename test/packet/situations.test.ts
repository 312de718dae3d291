import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Case, caseFileSchema } from '../../electron/contract/case/case-file.ts';
import { runChecks } from '../../electron/core/checks/run-checks.ts';
import { type ChoosablePaper, choosablePapers, type PaperId } from '../../electron/core/documents/paper.ts';
import type { ComposedPacket } from '../../electron/core/packet/compose-packet.ts';
import { builtInLaw } from '../support/built-in-law.ts';
import { composeParts, readableText } from '../support/composed-parts.ts';
import { situationCase, situationNames, situations } from '../support/situations/situations.ts';

const reference = join(import.meta.dirname, '../../../shared/reference/statutes.json');
const hasReference = existsSync(reference);

/** What no paper may say, whatever the case. */
const forbidden = [
  '必须退款',
  '一定胜诉',
  '一律不适用七日无理由',
  '强制退款',
  '必须先行赔付',
  '48小时内必须处理',
  '投诉举报处理暂行办法',
  '续费前五日',
  '曝光',
];
const broken = [
  /undefined|null|NaN|\[object|Infinity/,
  /[（(]\s*[）)]|“\s*”|「\s*」|《\s*》|〔\s*〕|【\s*】/,
  /[，。；、：]{2,}|[，、；：]\s*[。）]|（[，。；、：]|^[，。；、）]/m,
  /\{\{|\}\}|\{证据/,
  /\d元元|人民币人民币|。”。|第第/,
];

/** "《title》第…条" and what follows it up to the next title, as pairs of law and article. */
const citation =
  /《([^《》]*(?:〈[^〉]*〉[^《》]*)*)》((?:第[一二三四五六七八九十百千零]+条(?:第[一二三四五六七八九十]+[款项])*(?:、第[一二三四五六七八九十]+[款项])*、?)+)/gu;

function citationsIn(text: string): [law: string, article: string][] {
  return [...text.matchAll(citation)].flatMap(([, title = '', articles = '']) =>
    [...articles.matchAll(/第[一二三四五六七八九十百千零]+条/gu)].map(([article]): [string, string] => [
      title.replaceAll('〈', '《').replaceAll('〉', '》'),
      article,
    ]),
  );
}

/** What is broken or forbidden in a text, each with the words around it. */
function faultsIn(text: string): string[] {
  const words = forbidden.filter((one) => text.includes(one));
  return [
    ...words,
    ...broken.flatMap((pattern) =>
      [...text.matchAll(new RegExp(pattern, `g${pattern.flags}`))].map(({ index }) =>
        text.slice(Math.max(index - 12, 0), index + 12),
      ),
    ),
  ];
}

function partText({ sections }: ComposedPacket, id: ChoosablePaper): string {
  return readableText(sections.find((section) => section.id === id)?.html ?? '');
}

/** Every blank that a part prints must be listed for it, and every listed fact must become a finding. */
function expectGapsListed(file: Case, composed: ComposedPacket, id: ChoosablePaper): void {
  const missing = composed.missingFacts.filter(({ document }) => document === id);
  const blanks = [...partText(composed, id).matchAll(/〔待填写：([^〕]*)〕/gu)].map(([, label = '']) => label);
  const listed = new Set(missing.map(({ label }) => label));
  expect(blanks.filter((label) => !listed.has(label))).toEqual([]);
  const findings = runChecks({
    case: file,
    law: builtInLaw,
    papers: id === 'timeline' || id === 'evidence-list' ? [] : ([id] satisfies PaperId[]),
    missingFacts: missing.map(({ label, path }) => ({ label, path, paper: id })),
    files: new Map(),
    undrawableCharacters: [],
  });
  const found = new Set(findings.filter((finding) => finding.id === 'fact.missing').map(({ path }) => path));
  expect(missing.map(({ path }) => path).filter((path) => !found.has(path))).toEqual([]);
}

/** The same case with nearly every fact left out: what prints then must still be a paper with blanks. */
function withGaps(file: (typeof situations)[keyof typeof situations]): Case {
  return caseFileSchema.parse({
    format: file.format,
    title: file.title,
    date: file.date,
    issues: file.issues,
    claimants: file.claimants.map(() => ({})),
    respondents: file.respondents.map(({ roles }) => ({ roles })),
    orders: (file.orders ?? []).map(({ id, items }) => ({ id, items })),
    claims: (file.claims ?? []).map(({ kind }) => ({ kind })),
    court: file.court,
  });
}

describe.each(situationNames)('%s', (name) => {
  const file = situationCase(name);
  const composed = composeParts(file);
  const gaps = withGaps(situations[name]);
  const composedGaps = composeParts(gaps);

  describe.each(choosablePapers)('%s', (id) => {
    it('prints a whole text without a broken place or a forbidden word', () => {
      const text = partText(composed, id);
      expect(text.length).toBeGreaterThan(60);
      expect(faultsIn(text)).toEqual([]);
    });

    it('lists each blank as a missing fact, and each missing fact as a finding', () => {
      expectGapsListed(file, composed, id);
    });

    it('prints a draft full of gaps as one, each gap listed', () => {
      const text = partText(composedGaps, id);
      expect(faultsIn(text)).toEqual([]);
      expectGapsListed(gaps, composedGaps, id);
    });

    it('cites only what stands in the law table', () => {
      const known = new Set([...builtInLaw.provisions.values()].map(({ law, article }) => `${law} ${article}`));
      const cited = [...citationsIn(partText(composed, id)), ...citationsIn(partText(composedGaps, id))];
      expect(cited.map(([law, article]) => `${law} ${article}`).filter((pair) => !known.has(pair))).toEqual([]);
      // A title without an article, or an article without its title, would have slipped through.
      const articles = partText(composed, id).match(/第[一二三四五六七八九十百千零]+条/gu) ?? [];
      expect(articles.length).toBe(citationsIn(partText(composed, id)).length);
    });
  });
});

describe('the citations of all situations', () => {
  it.skipIf(!hasReference)(
    `exist in the verified reference${hasReference ? '' : ' (skipped: ../shared/reference/statutes.json is not here)'}`,
    () => {
      const statutes: { law: string; article: string; verified: boolean }[] = JSON.parse(
        readFileSync(reference, 'utf8'),
      );
      const verified = new Set(statutes.filter((one) => one.verified).map(({ law, article }) => `${law} ${article}`));
      const cited = situationNames.flatMap((name) =>
        composeParts(situationCase(name)).sections.flatMap(({ html }) => citationsIn(readableText(html))),
      );
      expect(cited.length).toBeGreaterThan(100);
      expect(cited.map((pair) => pair.join(' ')).filter((pair) => !verified.has(pair))).toEqual([]);
    },
  );
});
