import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { caseFileSchema } from '../../electron/contract/case/case-file.ts';
import { paperIds } from '../../electron/contract/case/case-kinds.ts';
import { findingSource } from '../../electron/core/checks/finding-source.ts';
import { runChecks } from '../../electron/core/checks/run-checks.ts';
import type { PaperId } from '../../electron/core/documents/paper.ts';
import { builtInLaw } from '../support/built-in-law.ts';
import { findings, findingsOfChange } from '../support/checked-case.ts';
import { samples } from '../support/samples/samples.ts';
import { situationCase, situationNames } from '../support/situations/situations.ts';

const agentless = paperIds.filter((paper) => paper !== 'authorisation');

describe('the clean case', () => {
  it.each(agentless)('has nothing to be said about it with %s', (paper) => {
    expect(findings({}, { papers: [paper] })).toEqual([]);
  });

  it('has nobody to authorise', () => {
    expect(findings({}, { papers: ['authorisation'] })).toMatchObject([
      { id: 'agent.nobody-to-authorise', severity: 'warning', path: 'claimants[0].agent' },
    ]);
    const guardian = { name: '何母', kind: 'guardian', authority: 'general' };
    const changes = { 'claimants[0].birthDate': '2012-01-01', 'claimants[0].agent': guardian };
    expect(findings(changes, { papers: ['authorisation'] })).toMatchObject([{ id: 'agent.nobody-to-authorise' }]);
  });

  it('is hinted to choose one road where several bodies would be asked at once (投诉举报处理办法 16)', () => {
    const roads = (...papers: PaperId[]) => findings({}, { papers });

    expect(roads('complaint-12315', 'small-claims')).toMatchObject([{ id: 'filing.two-roads', severity: 'hint' }]);
    expect(roads('complaint-12315', 'consumer-association')[0]?.message).toContain('消费者协会受理后');
    expect(roads('refund-request', 'small-claims', 'consumer-association')).toEqual([]);
  });
});

describe.each(samples)('sample $folder', ({ folder }) => {
  const path = join(import.meta.dirname, '../../templates/samples', folder, 'case.json');
  const subject = caseFileSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  const hasAgent = subject.claimants.some(({ agent }) => agent !== undefined);
  // Whoever acts for another hands in the mandate with each paper.
  const choices: PaperId[][] = agentless.map((paper) => (hasAgent ? [paper, 'authorisation'] : [paper]));

  it.each(choices)('has nothing to be said about it with %s', (...papers) => {
    const input = { case: subject, law: builtInLaw, papers, missingFacts: [], files: new Map() };

    expect(runChecks({ ...input, undrawableCharacters: [] })).toEqual([]);
  });
});

describe('each situation', () => {
  it.each(situationNames)('%s has no error, whatever paper is chosen', (name) => {
    const input = { case: situationCase(name), law: builtInLaw, missingFacts: [], files: new Map() };
    const errors = agentless.flatMap((paper) =>
      runChecks({ ...input, papers: [paper], undrawableCharacters: [] }).filter(({ severity }) => severity === 'error'),
    );

    expect(errors).toEqual([]);
  });
});

describe('runChecks', () => {
  it('puts the gravest first, then the order of the file', () => {
    const events = Array.from({ length: 12 }, () => ({ at: '2026-10-05', text: '无凭据。' }));
    const found = findingsOfChange({
      events,
      'claims[0].text': '向黑心商家索回货款。',
      'filings[0].filedOn': '2026-11-19',
    });

    expect(found.map(({ severity }) => severity)).toEqual(['error', ...events.map(() => 'warning'), 'hint']);
    expect(found.slice(1, 13).map(({ path: place }) => place)).toEqual(
      events.map((_, index) => `events[${index}].evidence`),
    );
  });

  it('names an article only while it is in force on the day of the papers', () => {
    const resold = { 'orders[0].purpose': 'resale' };
    const court = { papers: ['small-claims'] } as const;

    expect(findingsOfChange(resold, court)[0]?.source).toBe('消费者权益保护法第二条；投诉举报处理办法第十六条第三项');
    const earlier = { ...resold, date: '2026-04-14', events: [], filings: [], orders: [], keys: [], promises: [] };
    const { source } =
      findings({ ...earlier, 'statements.background': '购买用于转卖。' }, court).find(
        ({ id }) => id === 'order.for-resale',
      ) ?? {};
    expect(source).toBe('消费者权益保护法第二条');
  });
});

describe('findingSource', () => {
  const { provisions } = builtInLaw;

  it('names each law once with its articles, in short', () => {
    const ids = ['civil-procedure-124', 'complaint-measure-10', 'civil-procedure-122'];

    expect(findingSource(provisions, ids, '2026-11-18')).toBe(
      '民事诉讼法第一百二十四条、第一百二十二条；投诉举报处理办法第十条',
    );
  });

  it('is nothing without an article in force, and throws for one that the table lacks', () => {
    expect(findingSource(provisions, ['complaint-measure-10'], '2026-04-14')).toBeUndefined();
    expect(findingSource(provisions, [], '2026-11-18')).toBeUndefined();
    expect(() => findingSource(provisions, ['civil-code-9999'], '2026-11-18')).toThrow(/civil-code-9999/);
  });
});
