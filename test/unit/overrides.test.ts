import { describe, expect, it } from 'vitest';
import { createAudit } from '../../electron/core/audit/audit-packet.ts';
import { caseForClaimant } from '../../electron/core/cases/claimant-case.ts';
import { parseCase } from '../../electron/core/cases/parse-case.ts';
import { applyOverrides } from '../../electron/core/documents/overrides.ts';
import { papers } from '../../electron/core/documents/papers.ts';
import { paragraphsIn } from '../../electron/core/documents/paragraphs.ts';
import { builtInLaw } from '../support/built-in-law.ts';
import { cleanCase, cleanCaseFile } from '../support/clean-case.ts';
import { composeParts, readableText } from '../support/composed-parts.ts';
import { documentInput } from '../support/document-input.ts';
import { pagesOf } from '../support/text-pages.ts';

const paper = 'refund-request';

/** The paragraphs of the refund request of the clean case with `changes`. */
function paragraphs(changes: Readonly<Record<string, unknown>> = {}) {
  const input = { ...documentInput(changes), law: builtInLaw };
  return paragraphsIn(papers[paper].build(input), input.exhibits);
}

function composed(changes: Readonly<Record<string, unknown>>) {
  const file = cleanCase(changes);
  const packet = composeParts(file);
  const html = packet.sections.find(({ id }) => id === paper)?.html ?? '';
  return { file, packet, html, text: readableText(html) };
}

const [request] = paragraphs().filter(({ at }) => at === 'requests[0].request');
const [account] = paragraphs().filter(({ at }) => at.startsWith('account'));
if (request === undefined || account === undefined) throw new Error('the clean case has a request and an account');

const ofRequest = (own: string, changes: object = {}) => [
  { paper, at: request.at, original: request.source, own, ...changes },
];

const ofAccount = (own: string) => [{ paper, at: account.at, original: account.source, own }];
const background = cleanCase().statements.background ?? '';

describe('the paragraphs of a paper', () => {
  it('are told in the notation of case.json', () => {
    expect(request.source).toContain('268.00元');
    expect(account.source).toMatch(/\{证据:[^}]+\}/);
    expect(account.source).not.toMatch(/第\d+[—页]/);
  });

  it('have a place each, and are neither names nor sums', () => {
    const places = paragraphs().map(({ at }) => at);

    expect(new Set(places).size).toBe(places.length);
    expect(places).not.toContain('total');
    expect(places).not.toContain('addressees');
  });

  it('leave the printed boxes of the court form alone', () => {
    const input = { ...documentInput({ court: { layout: 'elements' } }), law: builtInLaw };
    const model = papers['small-claims'].build(input);

    const found = paragraphsIn(model, input.exhibits);

    expect(JSON.stringify(model)).toContain('"isBox":true');
    expect(found.filter(({ source }) => source.endsWith('想要了解更多内容'))).toEqual([]);
  });
});

describe('a paragraph by hand', () => {
  it('prints in place of what Juli wrote, and leaves nothing to say', () => {
    const { text, packet } = composed({ overrides: ofRequest('请退还全部货款268.00元。') });

    expect(text).toContain('请退还全部货款268.00元。');
    expect(text).not.toContain(request.source);
    expect(packet.overrides).toEqual([{ index: 0, state: 'fresh' }]);
  });

  it('keeps its references living', () => {
    const { html, file } = composed({ overrides: ofRequest('见{证据:支付-1}。') });
    const number = file.evidence.findIndex(({ id }) => id === '支付-1') + 1;

    expect(html).toMatch(/见<a href="#evidence-\d+">证据\d+（第\d+(?:—\d+)?页）<\/a>。/);
    expect(number).toBeGreaterThan(0);
  });

  it('moves along when facts before it push it down', () => {
    const { text, packet } = composed({
      'statements.background': `先说一件事。\n${background}`,
      overrides: ofAccount('我写的经过。'),
    });

    expect(text).toMatch(/先说一件事。\n我写的经过。/);
    expect(packet.overrides).toEqual([{ index: 0, state: 'fresh' }]);
  });

  it('is stale, and still printed, when the facts under it change', () => {
    const { text, packet } = composed({
      'statements.background': background.replace('一份', '两份'),
      overrides: ofAccount('我写的经过。'),
    });

    expect(text).toContain('我写的经过。');
    expect(packet.overrides).toEqual([{ index: 0, state: 'stale' }]);
  });

  it('is an orphan when nothing akin stands at its place', () => {
    const overrides = ofRequest('我写的请求。', { original: '关于管辖，双方没有约定。' });
    const { text, packet } = composed({ overrides });

    expect(text).not.toContain('我写的请求。');
    expect(text.replaceAll(/\s/g, '')).toContain('268.00元');
    expect(packet.overrides).toEqual([{ index: 0, state: 'orphan' }]);
  });

  it('without a place is used only where Juli would write just that', () => {
    const here = composed({ overrides: ofRequest('我写的请求。', { at: '' }) });
    const gone = composed({ overrides: ofRequest('我写的请求。', { at: '', original: `${request.source}又` }) });

    expect(here.packet.overrides).toEqual([{ index: 0, state: 'fresh' }]);
    expect(gone.packet.overrides).toEqual([{ index: 0, state: 'orphan' }]);
  });

  it('keeps blanks, breaks lines where its author did, and masks keys', () => {
    const { html } = composed({ overrides: ofRequest('第一行〔待填写：日期〕\n激活码 ABCD1-EFGH2-JKLM3-NPQR4') });

    expect(html).toContain('第一行<span class="blank">〔待填写：日期〕</span><br>');
    expect(html).not.toContain('ABCD1-EFGH2');
  });

  it('is text, whatever is written in it', () => {
    const { html } = composed({ overrides: ofRequest('<img src=x onerror=alert(1)>{{claims}}') });

    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;{{claims}}');
  });

  it('changes no other paper, and a paper without one keeps its very model', () => {
    const input = { ...documentInput(), law: builtInLaw };
    const model = papers[paper].build(input);
    const other = ofRequest('我写的请求。', { paper: 'small-claims' });

    const applied = applyOverrides(model, {
      paper,
      overrides: cleanCase({ overrides: other }).overrides,
      exhibits: input.exhibits,
      isMarked: false,
    });

    expect(applied).toEqual({ model, paragraphs: [], uses: [] });
    expect(applied.model).toBe(model);
  });

  it('of a group is for one of them only where the paper says the very same', () => {
    const file = cleanCase({
      'claimants[0].id': '甲',
      'claimants[1]': { id: '乙', name: '何某' },
      overrides: ofRequest('我写的请求。'),
    });

    expect(caseForClaimant(file, 0).case.overrides).toMatchObject([{ at: '', own: '我写的请求。' }]);
  });
});

describe('case.json with a paragraph by hand', () => {
  it.each([
    ['an unknown paper', { paper: 'refund' }, 'overrides[0].paper'],
    ['evidence that does not exist', { own: '见{证据:没有}。' }, 'overrides[0].own'],
    ['no words', { own: ' ' }, 'overrides[0].own'],
  ])('is refused for %s', (_what, changes, path) => {
    const parsed = parseCase(JSON.stringify(cleanCaseFile({ overrides: ofRequest('我写的。', changes) })));

    expect(parsed).toMatchObject({ kind: 'problems', problems: [expect.objectContaining({ path })] });
  });

  it('is read though its original names evidence that was taken out since', () => {
    const overrides = ofRequest('我写的。', { original: '见{证据:没有}。' });

    expect(parseCase(JSON.stringify(cleanCaseFile({ overrides }))).kind).toBe('case');
  });
});

describe('the figures of a paragraph by hand', () => {
  const audit = (own: string) => {
    const { file, packet } = composed({ overrides: ofRequest(own) });
    const content = { case: file, law: builtInLaw, originals: [], appendix: [] };
    return createAudit(content, packet)(pagesOf(packet)).filter(({ id }) => id.startsWith('audit.'));
  };
  const before = audit(request.source);

  it('of the case leave nothing to say', () => {
    expect(audit('请退还268.00元。')).toEqual(before);
  });

  it('of nowhere else are a hint, not a mistake of the packet', () => {
    const found = audit('请退还268.00元，另付917.31元。').filter(
      (one) => !before.some(({ message }) => message === one.message),
    );

    expect(found).toMatchObject([{ id: 'audit.own-figure', severity: 'hint', path: 'overrides[0].own' }]);
    expect(found[0]?.message).toContain('917.31元');
  });

  it('that only the replaced text names are no source for the rest of the packet', () => {
    const original = `${request.source}其中917.31元。`;
    const { file, packet } = composed({ overrides: ofRequest('我写的请求。', { original }) });
    const sections = packet.sections.map((part) =>
      part.id === paper ? { ...part, html: part.html.replace('我写的请求。', '另付917.31元。') } : part,
    );
    const changed = { ...packet, sections };

    const found = createAudit({ case: file, law: builtInLaw, originals: [], appendix: [] }, changed)(pagesOf(changed));

    expect(found.map(({ message }) => message).join()).toContain('917.31元');
  });
});
