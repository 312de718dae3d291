import type { AdviceClock, AdviceDecision, AdvicePaper, AdviceResult } from '../contract/advice-result.ts';

/** What to file now and by when comes first; the reasons follow for whoever wants them. */
export function adviceReport({ title, stage, notice, papers, clocks, decisions }: AdviceResult): string {
  const groups = [
    ['现在可以用的文书', 'now'],
    ['以后可能用到', 'later'],
    ['本案不需要', 'not-needed'],
    ['还不能用', 'not-possible'],
  ] as const;
  return [
    `${title}（阶段：${stage}）`,
    ...groups.flatMap(([heading, use]) =>
      section(heading, papers.filter((paper) => paper.use === use).flatMap(paperLines)),
    ),
    ...section('期限', clocks.flatMap(clockLines)),
    ...section('判断和依据', decisions.flatMap(decisionLines)),
    '',
    notice,
    '',
  ].join('\n');
}

function section(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', heading, ...lines];
}

function paperLines({ id, title, when, why }: AdvicePaper): string[] {
  return [`  ${title}（${id}）：${why}`, ...(when === why ? [] : [`    什么时候用：${when}`])];
}

/** What a period means limits it: two years to give notice are no leave to wait for two years. */
function clockLines({ name, length, standing, certainty, meaning }: AdviceClock): string[] {
  return [`  ${name}（${length}，${certainty}）：${standing}`, `    ${meaning}`];
}

function decisionLines(decision: AdviceDecision): string[] {
  const { question, conclusion, certainty, reasons, details, citations, missing } = decision;
  return [
    `  ${question}【${certainty}】${conclusion}`,
    ...[...reasons, ...details].map((line) => `    - ${line}`),
    ...citations.map(({ text }) => `    依据：${text}`),
    ...missing.map(({ label, path }) => `    还需要：${label}（${path}）`),
  ];
}
