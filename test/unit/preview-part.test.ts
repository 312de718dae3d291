import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../electron/contract/case/case-file.ts';
import { paperIds } from '../../electron/contract/case/case-kinds.ts';
import { previewParts, preview as previewSchema } from '../../electron/contract/rpc/paper-procedures.ts';
import { readHouse } from '../../electron/core/house.ts';
import { previewPart } from '../../electron/core/preview/preview-part.ts';
import { readExampleCases } from '../../electron/core/render/check/example-models.ts';
import { cleanCase } from '../support/clean-case.ts';
import { draftChanges } from '../support/rendered-paper.ts';

const templatesFolder = join(import.meta.dirname, '../../templates');
const house = await readHouse(
  { templatesFolder },
  { assetUrl: (path) => path, open: () => Promise.reject(new Error('nothing is printed')) },
);
const samples = await readExampleCases(templatesFolder);
const cases: readonly (readonly [name: string, file: Case])[] = [
  ...samples.map((file) => [file.title, file] as const),
  ['a case of nothing but gaps', cleanCase(draftChanges)],
  ['the court form', cleanCase({ court: { layout: 'elements' } })],
];

const placesIn = (html: string) => [...html.matchAll(/data-at="([^"]+)"/g)].map((match) => match[1]);

describe.each(cases)('previews of %s', (_name, file) => {
  it.each(previewParts)('%s is what the window is promised', (part) => {
    const { preview } = previewPart(file, part, house);

    expect(previewSchema.safeParse({ ...preview, revision: 1 }).error).toBeUndefined();
    expect(preview.html.replaceAll(/<[^>]+>|\s/g, '').length).toBeGreaterThan(20);
    expect(preview.html).not.toMatch(/第[01]页|共[01]页/);
  });

  it.each(paperIds)('%s marks each paragraph that may be edited once, in the order of the paper', (part) => {
    const { preview } = previewPart(file, part, house);
    const places = placesIn(preview.html);

    expect(new Set(places).size).toBe(places.length);
    expect([...places].sort()).toEqual(preview.paragraphs.map(({ at }) => at).sort());
  });
});

describe('a preview', () => {
  it('names what is missing by the field that holds it', () => {
    const { preview } = previewPart(cleanCase(draftChanges), 'refund-request', house);

    expect(preview.missing).toContainEqual(expect.objectContaining({ path: 'claimants[0].name' }));
  });

  it('tells words by hand from Juli’s own, and shows what has no place any more', () => {
    const paragraph = previewPart(cleanCase(), 'refund-request', house).preview.paragraphs[0];
    if (paragraph === undefined) throw new Error('the refund request has paragraphs');
    const entry = { paper: 'refund-request', at: paragraph.at, original: paragraph.original, own: '我写的<话>。' };
    const lost = { ...entry, original: '早就没有了的一段话。', own: '没有地方的话。' };

    const { preview } = previewPart(cleanCase({ overrides: [entry, lost] }), 'refund-request', house);

    expect(preview.paragraphs[0]).toEqual({ ...paragraph, own: '我写的<话>。', isStale: false });
    expect(preview.orphans).toEqual([{ at: lost.at, original: lost.original, own: lost.own }]);
    expect(preview.html).toContain(`data-at="${paragraph.at}" data-state="own">我写的&lt;话&gt;。</span>`);
  });

  it('says that a paragraph by hand is stale', () => {
    const paragraph = previewPart(cleanCase(), 'refund-request', house).preview.paragraphs[0];
    const original = `${paragraph?.original ?? ''}（原来）`;
    const stale = { paper: 'refund-request', at: paragraph?.at, original, own: '我写的。' };

    const { preview } = previewPart(cleanCase({ overrides: [stale] }), 'refund-request', house);

    expect(preview.paragraphs[0]).toMatchObject({ own: '我写的。', isStale: true });
    expect(preview.html).toContain('data-state="stale"');
  });

  it('marks nothing in parts that are no papers', () => {
    const { preview } = previewPart(cleanCase(), 'timeline', house);

    expect(preview.paragraphs).toEqual([]);
    expect(preview.html).not.toContain('data-at');
    expect(preview.html).toContain('<svg');
  });

  it('numbers evidence as it will print, without pages', () => {
    const { preview } = previewPart(cleanCase(), 'refund-request', house);

    expect(preview.html).toMatch(/<a href="#evidence-row-1">证据1<\/a>/);
  });
});
