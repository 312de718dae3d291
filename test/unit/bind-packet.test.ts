import { describe, expect, it } from 'vitest';
import { type PacketForm, plainForm } from '../../electron/contract/packet-form.ts';
import type { AppendixPage } from '../../electron/core/packet/appendix-plan.ts';
import { type Binding, bindPacket, partPages } from '../../electron/core/packet/bind-packet.ts';
import type { PartId } from '../../electron/core/packet/parts.ts';
import { cleanCase } from '../support/clean-case.ts';

const parts: readonly PartId[] = ['cover', 'contents', 'small-claims', 'evidence-list', 'appendix', 'originals'];
const pagesOf = new Map<PartId, number>([
  ['cover', 1],
  ['contents', 1],
  ['small-claims', 3],
  ['evidence-list', 2],
  ['originals', 2],
]);

/** Exhibits of so many sheets each. */
function sheetsOf(counts: readonly number[]): AppendixPage[] {
  const sheets = counts.flatMap((pages, index) =>
    Array.from({ length: pages }, (_, page) => ({ exhibit: index + 1, page: page + 1, pages })),
  );
  return sheets.map((sheet, index) => ({
    ...sheet,
    index,
    title: `第${sheet.exhibit}件`,
    orientation: 'portrait',
    cells: [],
  }));
}

function bind(counts: readonly number[], form: Partial<PacketForm> = {}, weights?: readonly number[]): Binding {
  const content = { parts, case: cleanCase(), form: { ...plainForm, ...form }, appendix: sheetsOf(counts), weights };
  return bindPacket(content, pagesOf);
}

const placeOf = ({ places }: Binding, anchor: string) => places.anchors.get(anchor) ?? 0;
const volumesOf = ({ volumes }: Binding) => volumes.map(({ firstPage, pages }) => [firstPage, pages]);

describe('bindPacket', () => {
  it('puts nothing between parts of a plain packet', () => {
    const bound = bind([1, 2]);
    expect([...bound.places.anchors]).toEqual([
      ['part-cover', 1],
      ['part-contents', 2],
      ['part-small-claims', 3],
      ['part-evidence-list', 6],
      ['part-appendix', 8],
      ['evidence-1', 8],
      ['evidence-2', 9],
      ['part-originals', 11],
    ]);
    expect(bound.places.totalPages).toBe(12);
    expect(bound.beforePart.size + bound.beforeSheet.size).toBe(0);
    expect(volumesOf(bound)).toEqual([[1, 12]]);
  });

  it('turns over to a right-hand page before each part, and before each exhibit with a separator', () => {
    const bound = bind([1, 2, 3], { duplex: true });
    expect(
      ['part-small-claims', 'part-evidence-list', 'part-appendix', 'part-originals'].map((id) => placeOf(bound, id)),
    ).toEqual([5, 9, 11, 17]);
    expect(bound.beforePart.get('originals')).toBeUndefined();
    expect(bound.beforeSheet.size).toBe(0);
    const separated = bind([1, 2, 3], { duplex: true, separators: true });
    for (const number of [1, 2, 3]) expect(placeOf(separated, `evidence-${number}`) % 2).toBe(1);
    expect(separated.beforeSheet.get(2)?.map(({ kind }) => kind)).toEqual(['separator', 'blank']);
  });

  it('breaks between exhibits, and inside one only where it has no room in a volume of its own', () => {
    const bound = bind([8, 8, 30, 2], { volumes: { pages: 20 } });
    // Seven pages of papers and the first exhibit; the second alone; the third over two; the fourth and the list.
    expect(volumesOf(bound)).toEqual([
      [1, 15],
      [16, 9],
      [25, 20],
      [45, 16],
    ]);
    expect(
      bound.volumes.map(({ entries }) => entries.filter(({ isExhibit }) => isExhibit).map(({ title }) => title)),
    ).toEqual([['证据1　第1件'], ['证据2　第2件'], ['证据3　第3件'], ['证据3　第3件（续）', '证据4　第4件']]);
  });

  it('breaks by weight', () => {
    const bound = bind([1, 1, 1, 1], { volumes: { megabytes: 2 } }, [700_000, 700_000, 700_000, 700_000]);
    expect(volumesOf(bound)).toEqual([
      [1, 8],
      [9, 3],
      [12, 4],
    ]);
  });

  it('begins volumes for both sides on a right-hand page, none longer than it may be', () => {
    const bound = bind(
      Array.from({ length: 30 }, () => 3),
      { duplex: true, separators: true, volumes: { pages: 21 } },
    );
    for (const { firstPage, pages } of bound.volumes) {
      expect(firstPage % 2).toBe(1);
      expect(pages).toBeLessThanOrEqual(20);
    }
  });

  it('gives a volume as many sheets of contents as its exhibits need', () => {
    const bound = bind(
      Array.from({ length: 130 }, () => 1),
      { volumes: { pages: 80 } },
    );
    expect(
      bound.volumes.map(
        ({ titleSheets, entries }) => Math.ceil(entries.length / 28) <= titleSheets || titleSheets === 0,
      ),
    ).toEqual(bound.volumes.map(() => true));
    expect(bound.volumes.at(1)?.titleSheets).toBe(3);
    expect(
      bound.beforeSheet.get(bound.appendix.find(({ index }) => bound.beforeSheet.has(index))?.index ?? -1),
    ).toHaveLength(3);
  });

  it('is bound the same from the places it gives', () => {
    for (const form of [{}, { duplex: true }, { separators: true, volumes: { pages: 25 } }]) {
      const bound = bind([4, 9, 1, 12, 30], form);
      const content = {
        parts,
        case: cleanCase(),
        form: { ...plainForm, ...form },
        appendix: sheetsOf([4, 9, 1, 12, 30]),
      };
      expect(bindPacket(content, partPages(parts, bound.places)).places).toEqual(bound.places);
    }
  });
});
