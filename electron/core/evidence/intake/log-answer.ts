import type { IntakeLogAnswer, IntakeRecord } from '../../../contract/rpc/evidence-procedures.ts';
import type { IntakeLine, IntakeWay, ReadLog } from '../../integrity/intake-log.ts';

/** The intake log as a window shows it; with `originals` (hashes), the lines of those alone. */
export function intakeLogAnswer({ lines, state }: ReadLog, originals: readonly string[] | undefined): IntakeLogAnswer {
  const asked = new Set(originals);
  const isAsked = ({ sha256 }: IntakeLine) => sha256 !== undefined && asked.has(sha256);
  const wanted = originals === undefined ? lines : lines.filter(isAsked);
  const broken = state.kind === 'broken' ? `收录记录的第 ${state.seq} 行${state.reason}` : undefined;
  return { records: wanted.map(recordOf), ...(broken === undefined ? {} : { broken }) };
}

const ways: Readonly<Record<IntakeWay, string>> = {
  chosen: '从文件里选择',
  dropped: '拖进来',
  pasted: '粘贴',
  folder: '随文件夹添加',
  archive: '从压缩包里取出',
  imported: '随案件导入',
  'command-line': '用命令行添加',
};

function recordOf({ at, event, name, facts }: IntakeLine): IntakeRecord {
  const { how, archive, relativePath, modifiedAt, createdAt, recordedAt, device } = facts;
  const from = archive === undefined ? relativePath : `压缩包“${archive.name}”（SHA-256 ${archive.sha256}）`;
  return {
    at,
    event,
    name,
    ...(how === undefined ? {} : { how: ways[how] }),
    ...(from === undefined ? {} : { from }),
    ...(modifiedAt === undefined ? {} : { modifiedAt }),
    ...(createdAt === undefined ? {} : { createdAt }),
    ...(recordedAt === undefined ? {} : { recordedAt }),
    ...(device === undefined ? {} : { device }),
  };
}
