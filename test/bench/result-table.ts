import type { AbsentPeer, ContestantResult, ContestResult, Times } from './contest.ts';

/** The results of one contest in Markdown, ready for the README beside this file. */
export function resultTable({ contest, ours, peers }: ContestResult): string {
  const rows = [
    ...ours.flatMap((result) => rowsOf(result, peers)),
    ...peers.flatMap((peer) =>
      'absent' in peer ? [[peer.name, peer.absent, '', '', '', '', '', '', '']] : rowsOf(peer, []),
    ),
  ];
  const lines = [heads, heads.map((_, index) => (index < 2 ? '---' : '---:')), ...rows];
  return [`### ${contest.title}`, '', contest.input, '', ...lines.map((cells) => `| ${cells.join(' | ')} |`), ''].join(
    '\n',
  );
}

const heads = [
  'what',
  'time covers',
  'min s',
  'median s',
  'max s',
  'peers ÷ this',
  'CPU s',
  'main process MB',
  'all processes MB',
];

function rowsOf(
  { contestant, total, legs, usage }: ContestantResult,
  peers: readonly (ContestantResult | AbsentPeer)[],
): string[][] {
  const ratios = peers.map((peer) => ('absent' in peer ? '–' : (peer.total.median / total.median).toFixed(2)));
  return [
    [
      contestant.name,
      contestant.covers,
      ...timeCells(total),
      ratios.join(' / '),
      ...(usage === undefined
        ? ['', '', '']
        : [seconds(usage.cpuMs), megabytes(usage.mainPeak), megabytes(usage.familyPeak)]),
    ],
    ...legs.map(({ name, times }) => [`· ${name}`, '', ...timeCells(times), '', '', '', '']),
  ];
}

function timeCells({ min, median, max }: Times): string[] {
  return [seconds(min), seconds(median), seconds(max)];
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1_000).toFixed(2);
}

/** Of 1,000,000 bytes. */
function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(0);
}
