import type { VerifyResult } from '../../contract/verify-result.ts';
import { readIntakeLog } from './intake-log.ts';
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
    ...(state.kind === 'whole' ? {} : { broken: `第${state.seq}行：${state.reason}` }),
    standsBehindPacket:
      intakeLog === undefined ? 'not-mentioned' : lines[intakeLog.lines - 1]?.hash === intakeLog.head ? 'yes' : 'no',
    notInLog: [...new Set(files.filter(({ sha256 }) => sha256 !== '' && !taken.has(sha256)).map(({ path }) => path))],
  };
}
