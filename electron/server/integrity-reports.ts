import type { TimestampResult } from '../contract/timestamp-result.ts';
import type { VerifyResult } from '../contract/verify-result.ts';
import type { AddedTimestamp } from '../core/integrity/timestamps/add-timestamp.ts';
import type { MadeRequest } from '../core/verification.ts';

/** What `juli verify` found, part by part; then in one sentence what that says, and what it does not. */
export function verifyReport(result: VerifyResult): string {
  return lines(
    ...ownLines(result),
    ...(result.isCompared ? originalLines(result) : ['原件：没有核对（没有给出存放原件的文件夹，见 --evidence）。']),
    ...logLines(result),
    ...(result.timestamp === undefined ? [] : stampLines(result.timestamp)),
    ...(result.keptTimestamps ?? []).flatMap(keptLines),
    conclusion(result),
  );
}

function ownLines({ own: { sha256, isAsWritten } }: VerifyResult): string[] {
  return [
    isAsWritten
      ? '材料本身：自带校验一致，制作以后没有意外改动。'
      : '材料本身：与制作时不同，被改动过，或者被其他软件重新保存过。',
    `  整个文件的 SHA-256：${sha256}`,
  ];
}

function originalLines({ files }: VerifyResult): string[] {
  const listed = files.filter(({ status }) => status !== 'extra' && status !== 'missing');
  const same = files.filter(({ status }) => status === 'same' || status === 'renamed').length;
  const words = { different: '内容不同', missing: '找不到', extra: '清单中没有' } as const;
  return [
    `原件：核对 ${files.length} 个文件，${same} 个与清单一致。`,
    ...files.flatMap(({ path, status, foundAt }) => {
      if (status === 'same') return [];
      if (status === 'renamed') return [`  同一文件，名字不同：${path}，现在是 ${foundAt ?? ''}`];
      return [`  ${words[status]}：${path}`];
    }),
    ...(listed.length === 0 && files.length > 0 ? ['  清单上的文件一个也没有找到，请确认给出的文件夹。'] : []),
  ];
}

function logLines({ log, mentionsLog }: VerifyResult): string[] {
  if (log === undefined) return mentionsLog ? ['收录记录：没有核对（没有给出，见 --log）。'] : [];
  const { lines: count, broken, standsBehindPacket, notInLog } = log;
  return [
    broken === undefined
      ? `收录记录：共 ${count} 行，前后衔接，没有断开。`
      : `收录记录：${broken}。从这里起的记录不能作数。`,
    ...{
      yes: ['  与材料里记下的校验值一致：制作材料时已有的各行没有改动。'],
      no: ['  与材料里记下的不符：这不是制作材料时的那份记录，或者其中有记录被改动、删去、调换。'],
      'not-mentioned': ['  材料里没有记下收录记录的校验值，不能说明它就是制作材料时的那份。'],
    }[standsBehindPacket],
    ...(notInLog.length === 0 ? [] : ['  下列原件没有收录记录（例如直接放进案件文件夹的），不影响上面的核对：']),
    ...notInLog.map((path) => `    ${path}`),
  ];
}

function stampLines({ of, result }: NonNullable<VerifyResult['timestamp']>): string[] {
  return [of === 'packet' ? '时间戳（给这份材料的）：' : '时间戳（给证据原件清单的）：', ...timestampLines(result)];
}

function keptLines({ file, of, result }: NonNullable<VerifyResult['keptTimestamps']>[number]): string[] {
  const given = { originals: '给这份材料的证据原件清单', 'other-list': '给另一份原件清单，证据增减以前或以后的' }[of];
  return [`随原件保存的时间戳（${given}）：${file}`, ...timestampLines(result)];
}

/** Where the reply is now, or why it was not kept. */
export function addedTimestampReport({ kept, result }: AddedTimestamp): string {
  return lines(
    ...timestampLines(result),
    kept === undefined
      ? '没有保存：这份回执没有通过核对，请看上面标出的地方。'
      : `已保存在案件文件夹里，会随案件导出：${kept}\n${optional}`,
  );
}

/** What to do with the request, for Juli sends nothing. */
export function timestampRequestReport({ request, sha256, list }: MadeRequest): string {
  return lines(
    `已写好时间戳申请文件：${request}`,
    ...(list === undefined ? [] : [`证据原件清单：${list}`]),
    `申请的是这个 SHA-256 校验值的时间戳：${sha256}`,
    '申请文件里只有这个校验值和一个随机数，没有案件和证据的内容。据理不联网，请您自己把它交给选定的时间戳服务（RFC 3161）。',
    list === undefined
      ? '取得回执（.tsr）后，请与申请文件和这份材料一起保存；材料改动一个字节，时间戳就不再对应它。'
      : '取得回执（.tsr）后，请与申请文件和清单一起保存：时间戳盖的是清单，清单改动一个字节就不再对应。',
    `核对：juli timestamp verify。${optional}`,
  );
}

export function timestampReport(result: TimestampResult): string {
  return lines(...timestampLines(result), timestampConclusion(result));
}

const optional = '时间戳可有可无，没有它也能投诉、起诉；是否采信，由人民法院结合其他情况判断。';

function timestampConclusion({ ok, checks }: TimestampResult): string {
  if (!ok) return '时间戳没有通过核对，请看上面标出的地方。';
  return checks.some(({ id, outcome }) => id === 'chain' && outcome === 'unchecked')
    ? '能核对的各项没有发现问题，但没有核对是谁签发的：没有可信的根证书，这个时间戳还不能说明时间。根证书可以向时间戳服务索取，用 --ca 给出后再核对一次。是否采信由人民法院判断。'
    : '没有发现问题。时间戳说明这份内容在所记的时间之前已经存在、此后没有改动；内容是否真实、怎样形成，它不能说明。是否采信由人民法院判断。';
}

function timestampLines({ stamp, checks }: TimestampResult): string[] {
  const signs = { passed: '通过', failed: '不通过', unchecked: '未核对' } as const;
  const accuracy = stamp?.accuracy === undefined ? '' : `（误差不超过 ${stamp.accuracy} 秒）`;
  return [
    ...(stamp === undefined
      ? []
      : [
          `  时间：${stamp.at}${accuracy}`,
          `  签发人：${stamp.authority ?? '回执里没有证书'}；序列号 ${stamp.serial}；策略 ${stamp.policy}`,
        ]),
    ...checks.map(({ outcome, text }) => `  [${signs[outcome]}] ${text}`),
  ];
}

function conclusion({ ok, isCompared, own: { isAsWritten } }: VerifyResult): string {
  if (!ok) {
    return isAsWritten
      ? '有内容对不上，请核对上面列出的地方。'
      : '有内容对不上，请核对上面列出的地方，并改用最初生成的那份材料。';
  }
  const originals = isCompared
    ? '全部原件的 SHA-256 与材料中的清单一致。这说明文件自清单生成后没有改动，不说明文件内容本身是否真实。'
    : '材料自制作以后没有意外改动。';
  return `${originals}自带校验防的是意外，有意改动的人可以把它重新算过；要排除这一点，请核对时间戳，或者比对上面的 SHA-256。`;
}

function lines(...parts: readonly string[]): string {
  return `${parts.join('\n')}\n`;
}
