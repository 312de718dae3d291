import { type Figure, type FigureKind, readFigures, titleOf } from './read-figures.ts';

/** The figures that a packet may show, by kind, and the articles that may be cited, by statute. */
export interface KnownFigures {
  readonly values: Readonly<Record<FigureKind, Set<string>>>;
  /** By title, full or short, and article; the clauses that may be named beside it. */
  readonly articles: Map<string, Map<string, Set<string>>>;
}

export function createKnownFigures(): KnownFigures {
  const values = {
    amount: new Set<string>(),
    date: new Set<string>(),
    percentage: new Set<string>(),
    number: new Set<string>(),
    article: new Set<string>(),
    statute: new Set<string>(),
    count: new Set<string>(),
  };
  return { values, articles: new Map() };
}

/** Every figure that a text of the case or the evidence holds. Paragraphs are read one by one. */
export function learnText(known: KnownFigures, text: string): void {
  for (const paragraph of text.split(/\n|\{证据[:：][^{}\s]+\}/u)) {
    for (const figure of readFigures(paragraph)) learnFigure(known, figure);
  }
}

/** The figures of a text about the law. What may be cited, the provisions alone say: a note may name a repealed law. */
export function learnLegalText(known: KnownFigures, text: string): void {
  for (const figure of readFigures(text)) {
    if (figure.kind !== 'statute' && figure.kind !== 'article') learnFigure(known, figure);
  }
}

function learnFigure(known: KnownFigures, figure: Figure): void {
  const { kind, value, law, clause } = figure;
  if (kind === 'date') learnDate(known, value);
  else if (kind === 'article') learnArticle(known, law, value, clause);
  else known.values[kind].add(value);
}

/** A day may be told without its year or its month, and with or without the time of day. */
export function learnDate(known: KnownFigures, value: string): void {
  const { date } = known.values;
  date.add(value);
  const [day = '', time] = value.split('T');
  if (time !== undefined) {
    date.add(`T${time}`);
    if (day !== '') date.add(day);
  }
  const parts = /^(?:(\d{4})|-)-(\d{2})(?:-(\d{2}))?$/.exec(day);
  if (parts === null) return;
  const [, year, month, dayOfMonth] = parts;
  if (year !== undefined) {
    date.add(year);
    date.add(`${year}-${month}`);
  }
  if (dayOfMonth === undefined) return;
  date.add(`--${month}-${dayOfMonth}`);
  if (time !== undefined) date.add(`--${month}-${dayOfMonth}T${time}`);
}

/** `clause` "第二款、第三款" allows either of them alone as well. */
export function learnArticle(known: KnownFigures, law: string, article: string, clause: string): void {
  known.values.article.add(article);
  const title = titleOf(law);
  const ofLaw = known.articles.get(title) ?? new Map<string, Set<string>>();
  known.articles.set(title, ofLaw);
  const clauses = ofLaw.get(article) ?? new Set<string>();
  ofLaw.set(article, clauses);
  for (const one of clause.split('、')) clauses.add(one);
}
