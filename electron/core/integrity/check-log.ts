import type { VerifyResult } from '../../contract/verify-result.ts';
import { type IntakeLine, readIntakeLog, verifyChain } from './intake-log.ts';
import type { Manifest } from './manifest.ts';

/**
 * Whether an intake log hangs together, whether it is the one that the packet speaks of, and whether it knows the
 * originals. A log may have grown since; the lines it had then must still be the same.
 */
export function checkLog({ intakeLog, files }: Manifest, file: string, text: string): NonNullable<VerifyResult['log']> {
  const { lines, state } = readIntakeLog(text);
  const taken = new Set(lines.map(({ sha256 }) => sha256));
  return {
    file,
    lines: lines.length,
    ...(state.kind === 'whole' ? {} : { broken: `第${state.seq}行${state.reason}` }),
    standsBehindPacket: intakeLog === undefined ? 'not-mentioned' : isThatLog(lines, intakeLog) ? 'yes' : 'no',
    notInLog: [...new Set(files.filter(({ sha256 }) => sha256 !== '' && !taken.has(sha256)).map(({ path }) => path))],
  };
}

/** The last line of then is still the same, and all before it lead up to it. */
function isThatLog(lines: readonly IntakeLine[], then: NonNullable<Manifest['intakeLog']>): boolean {
  const state = verifyChain(lines.slice(0, then.lines));
  return state.kind === 'whole' && state.lines === then.lines && state.head === then.head;
}
