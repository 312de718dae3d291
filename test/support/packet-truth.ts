import { expect } from 'vitest';
import type { PacketResult } from '../../electron/contract/packet-result.ts';
import type { ReadPdf } from './read-pdf.ts';

/**
 * Every printed number of a packet against the page it stands on or speaks of: feet, contents, references,
 * catalogue, stamps, outline, labels, totals. Nothing here is computed by the program under test.
 */
export function expectTrueNumbers(pdf: ReadPdf, result: PacketResult): void {
  expectTrueFeet(pdf);
  expectTrueParts(pdf, result);
  expectTrueLinks(pdf, result);
  expectTrueStamps(pdf, result);
}

function expectTrueFeet(pdf: ReadPdf): void {
  const total = pdf.pages.length;
  expect(pdf.pages.map(({ foot }) => foot)).toEqual(pdf.pages.map(({ number }) => `第 ${number} 页 共 ${total} 页`));
  expect(pdf.labels).toEqual(pdf.pages.map(({ number }) => `${number}`));
}

function expectTrueParts(pdf: ReadPdf, { pages, parts, evidence }: PacketResult): void {
  expect(pages).toBe(pdf.pages.length);
  let next = 1;
  for (const part of parts) {
    expect(part).toMatchObject({ firstPage: next, pages: expect.any(Number) });
    expect(part.pages).toBeGreaterThan(0);
    // The cover bears the packet's name, every other part its own.
    const title = part.id === 'cover' ? '消费争议材料' : part.title;
    expect(firstWords(pdf, part.firstPage), `第一行，第${part.firstPage}页`).toContain(title);
    next += part.pages;
  }
  expect(next).toBe(pages + 1);
  expect(pdf.outline.map(({ title, page }) => ({ title, page }))).toEqual(
    parts.map(({ title, firstPage }) => ({ title, page: firstPage })),
  );
  const appendix = pdf.outline.find(({ title }) => title === '证据附件');
  expect((appendix?.children ?? []).map(({ title, page }) => ({ title, page }))).toEqual(
    appendix === undefined
      ? []
      : evidence.map(({ number, title, files }) => ({ title: `证据${number}　${title}`, page: files[0]?.firstPage })),
  );
  const cover = parts.find(({ id }) => id === 'cover');
  if (cover !== undefined) expect(pdf.pages[0]?.compact).toContain(`全卷共${pages}页`);
}

/** A link must lead to the page that its own words name, and the pages they name must be that exhibit's. */
function expectTrueLinks(pdf: ReadPdf, { parts, evidence }: PacketResult): void {
  const partOf = (page: number) => parts.find(({ firstPage, pages }) => page >= firstPage && page < firstPage + pages);
  for (const { page, text, anchor, target } of pdf.links) {
    const where = `链接“${text}”（第${page}页）`;
    expect(target, where).toBeDefined();
    const reference = /^证据(?<number>\d+)（第(?<first>\d+)(?:—(?<last>\d+))?页）$/u.exec(text)?.groups;
    const range = /^(?<first>\d+)(?:—(?<last>\d+))?$/u.exec(text)?.groups;
    const bare = /^证据(?<number>\d+)$/u.exec(text)?.groups;
    const line = /^(?<title>.*\D)(?<first>\d+)$/u.exec(text)?.groups;
    if (reference !== undefined) {
      expect(anchor, where).toBe(`evidence-${reference.number}`);
      expectExhibitOn(pdf, Number(reference.number), reference, target, where);
    } else if (range !== undefined) {
      expect(partOf(page)?.id, where).toBe('evidence-list');
      expectExhibitOn(pdf, Number(/^evidence-(\d+)$/.exec(anchor)?.[1]), range, target, where);
    } else if (bare !== undefined) {
      // Without the appendix a reference leads to the exhibit's row of the catalogue.
      expect(partOf(target ?? 0)?.id, where).toBe('evidence-list');
      expect(pdf.pages[(target ?? 0) - 1]?.compact, where).toContain(evidenceTitle(evidence, Number(bare.number)));
    } else if (partOf(page)?.id === 'contents' && line !== undefined) {
      expect(target, where).toBe(Number(line.first));
      expect(pdf.pages[(target ?? 0) - 1]?.compact, where).toContain(stampWords(line.title ?? ''));
    } else {
      expect(text, where).toBe('《证据目录》');
      expect(target, where).toBe(parts.find(({ id }) => id === 'evidence-list')?.firstPage);
    }
  }
}

function expectExhibitOn(
  pdf: ReadPdf,
  number: number,
  { first = '', last = first }: { readonly [key: string]: string | undefined },
  target: number | undefined,
  where: string,
): void {
  const pages = Number(last) - Number(first) + 1;
  expect(target, where).toBe(Number(first));
  expect(pdf.pages[Number(first) - 1]?.compact, where).toMatch(stampPattern(number, 1, pages));
  expect(pdf.pages[Number(last) - 1]?.compact, where).toMatch(stampPattern(number, pages, pages));
}

function expectTrueStamps(pdf: ReadPdf, { parts, evidence }: PacketResult): void {
  const appendix = parts.find(({ id }) => id === 'appendix');
  let page = appendix?.firstPage ?? 0;
  for (const { number, files } of evidence) {
    const pages = files.reduce((sum, file) => sum + file.pages, 0);
    expect(pages > 0).toBe(appendix !== undefined);
    for (const file of files) {
      if (appendix === undefined) expect(file.firstPage).toBe(0);
      else expect(file.firstPage, file.path).toBe(page);
      page += file.pages;
    }
    for (let index = 1; index <= pages; index += 1) {
      expect(pdf.pages[page - pages + index - 2]?.compact).toMatch(stampPattern(number, index, pages));
    }
  }
  if (appendix !== undefined) expect(page).toBe(appendix.firstPage + appendix.pages);
}

function stampPattern(number: number, page: number, pages: number): RegExp {
  return new RegExp(`证据${number}·.*·第${page}/${pages}页`, 'u');
}

/** The contents write "证据3　标题", the stamp "证据3 · 标题"; white space is already gone. */
function stampWords(line: string): string {
  const exhibit = /^证据(?<number>\d+)(?<title>\D.*)$/u.exec(line)?.groups;
  return exhibit === undefined ? line : `证据${exhibit.number}·${exhibit.title}`;
}

function firstWords(pdf: ReadPdf, page: number): string {
  return pdf.pages[page - 1]?.compact.slice(0, 40) ?? '';
}

function evidenceTitle(evidence: PacketResult['evidence'], number: number): string {
  return evidence.find((item) => item.number === number)?.title.replaceAll(/\s/gu, '') ?? '没有这一项证据';
}
