import type { Case } from '../../contract/case/case-file.ts';
import type { Finding } from '../../contract/finding.ts';
import type { OverrideUse } from '../documents/overrides.ts';
import { createKnownFigures, type KnownFigures, learnText } from './known-figures.ts';
import type { PacketFigures } from './packet-figures.ts';
import { type FigureKind, plainForm } from './read-figures.ts';
import { traceFigures } from './trace-figures.ts';

/** A paragraph that its user wrote by hand and that is printed. */
export interface HandWritten {
  readonly index: number;
  readonly paper: string;
  readonly text: string;
}

export function handWritten({ overrides }: Case, uses: readonly OverrideUse[]): HandWritten[] {
  return uses.flatMap(({ index, state }) => {
    const entry = overrides[index];
    return state === 'orphan' || entry === undefined ? [] : [{ index, paper: entry.paper, text: entry.own }];
  });
}

/** The figures a part may show when its user wrote some of its paragraphs: those words are a source like any field. */
export function withOwnWords(figures: PacketFigures, own: readonly HandWritten[]): PacketFigures {
  if (own.length === 0) return figures;
  const learned = createKnownFigures();
  for (const { text } of own) learnText(learned, text);
  return {
    ...figures,
    known: joined(figures.known, learned),
    ownAmounts: new Set([...learned.values.amount].map(Number)),
  };
}

function joined(first: KnownFigures, second: KnownFigures): KnownFigures {
  const kinds = Object.keys(first.values) as FigureKind[];
  const values = Object.fromEntries(
    kinds.map((kind) => [kind, new Set([...first.values[kind], ...second.values[kind]])]),
  );
  const titles = new Set([...first.articles.keys(), ...second.articles.keys()]);
  return {
    values: values as KnownFigures['values'],
    articles: new Map(
      [...titles].map((title) => [title, joinedClauses(first.articles.get(title), second.articles.get(title))]),
    ),
  };
}

type Clauses = ReadonlyMap<string, Set<string>>;

function joinedClauses(first: Clauses = new Map(), second: Clauses = new Map()): Map<string, Set<string>> {
  const articles = new Set([...first.keys(), ...second.keys()]);
  return new Map(
    [...articles].map((article) => [article, new Set([...(first.get(article) ?? []), ...(second.get(article) ?? [])])]),
  );
}

/** Figures by hand that stand nowhere else in the case are the user's to look at again; they are no mistake of Juli's. */
export function ownFigureHints(own: readonly HandWritten[], figures: PacketFigures): Finding[] {
  return own.flatMap(({ index, paper, text }): Finding[] => {
    const placed = { page: 1, text: plainForm(text.replaceAll(/\{证据[:：][^{}\s]+\}/gu, '')) };
    const unknown = new Set(traceFigures(paper, [placed], figures).map(({ figure }) => figure.text));
    if (unknown.size === 0) return [];
    return [
      {
        id: 'audit.own-figure',
        severity: 'hint',
        message: `您手写的这一段里有案件其他地方没有的内容：${[...unknown].map((one) => `“${one}”`).join('、')}。请核对它们是否准确，并与其他文书一致。`,
        path: `overrides[${index}].own`,
      },
    ];
  });
}
