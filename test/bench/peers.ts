import { runCommand } from './run-command.ts';

/** A program that others would use, and which one exactly. */
export interface PeerProgram {
  readonly command: string;
  readonly version: string;
}

/** The peers on this machine; `undefined` for one that is not installed. */
export interface Peers {
  readonly office: PeerProgram | undefined;
  readonly img2pdf: PeerProgram | undefined;
  /** A Python that has pikepdf. The first on the path may be another than the one Debian's packages belong to. */
  readonly pikepdf: PeerProgram | undefined;
  readonly vipsthumbnail: PeerProgram | undefined;
}

export async function findPeers(): Promise<Peers> {
  const askPikepdf = ['-c', 'import pikepdf; print(pikepdf.__version__)'];
  const [office, img2pdf, pikepdf, vipsthumbnail] = await Promise.all([
    firstThatAnswers(['soffice', 'libreoffice'], ['--version']),
    firstThatAnswers(['img2pdf'], ['--version']),
    firstThatAnswers(['python3', '/usr/bin/python3'], askPikepdf),
    firstThatAnswers(['vipsthumbnail'], ['--version']),
  ]);
  return { office, img2pdf, pikepdf, vipsthumbnail };
}

async function firstThatAnswers(
  commands: readonly string[],
  question: readonly string[],
): Promise<PeerProgram | undefined> {
  for (const command of commands) {
    const answer = await runCommand(command, question).catch(() => undefined);
    if (answer !== undefined) return { command, version: answer.stdout.trim().split('\n')[0] ?? '' };
  }
  return undefined;
}
