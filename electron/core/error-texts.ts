import type { AppError, ErrorCode, InputProblem } from '../contract/errors.ts';

/** An error as people read it. `lines` are the particulars: one problem, file or detail each. */
export interface ErrorText {
  /** What happened. */
  readonly title: string;
  /** What it means for the filing. */
  readonly meaning: string;
  /** What to do. */
  readonly remedy: string;
  readonly lines: readonly string[];
}

type FixedText = Omit<ErrorText, 'lines'>;

/** A list longer than this is not read; the whole of it is in the error's data. */
const mostLines = 100;

const texts: Readonly<Record<ErrorCode, FixedText>> = {
  INTERNAL: {
    title: '程序出现了没有预料到的错误',
    meaning: '这次没有生成材料。案件和证据原件没有被改动。',
    remedy: '请再试一次。如果仍然出现，请记下当时在做什么，反馈给开发者；反馈时不必附上案件内容。',
  },
  USAGE: {
    title: '没有看懂这条命令',
    meaning: '什么也没有做，案件和证据没有被改动。',
    remedy: '请对照用法检查命令和选项，可用 juli --help 查看。',
  },
  NOT_FOUND: {
    title: '找不到指定的文件或文件夹，或者没有读取它的权限',
    meaning: '没有读到它，因此没有生成任何材料。',
    remedy: '请检查路径是否写对、文件是否还在原处、当前用户能否打开它。案件文件夹里应有一个 case.json。',
  },
  CASE_INVALID: {
    title: '案件文件 case.json 有不符合格式的地方',
    meaning: '为避免把错误的内容写进材料，没有生成任何文件。证据原件没有被改动。',
    remedy: '请按列出的位置逐项改正，全部问题都已列出；改好后再运行一次。',
  },
  FACTS_INCOMPLETE: {
    title: '所选文书还缺少必要的事实',
    meaning: '按“严格”要求，事实没有补齐就不生成文件，所以这次什么也没有写出。',
    remedy: '请补上列出的事实；如果只想先看草稿，可以去掉 --strict，缺少之处会印成“待填写”。',
  },
  WRITE_FAILED: {
    title: '文件写不进去',
    meaning: '材料没有保存；原来同名的文件（如果有）保持原样。',
    remedy: '请检查磁盘空间、文件夹的写入权限，并关闭正在打开该文件的阅读器，然后再试。',
  },
  TEMPLATE_INVALID: {
    title: '文书模板有错误',
    meaning: '用这个模板印不出完整的文书，因此没有生成文件。',
    remedy: '请按给出的模板、行和字段改正；如果没有改过模板，请重新安装程序。',
  },
  PRINT_FAILED: {
    title: '排版打印没有完成',
    meaning: '打印用的浏览器没有启动、中途退出或用时过长，材料没有生成。案件和证据没有被改动。',
    remedy: '请关闭占用内存较多的程序后再试；证据很多时，可以先减少所选文书或不附证据附件。',
  },
  EVIDENCE_CHANGED: {
    title: '制作过程中有证据文件被改动或移走',
    meaning: '已经算好的校验值与文件不再一致，这份材料不能用，因此没有保存。',
    remedy: '请确认列出的文件是要提交的那一份，制作期间不要编辑、移动或同步它，然后再做一次。',
  },
  NOT_A_PACKET: {
    title: '这个 PDF 里没有可读的校验清单',
    meaning: '它不是由据理制作的，或者被其他软件重新保存过，因此无法核对证据原件。这不说明证据有问题。',
    remedy: '请改用最初生成的那份 PDF；也可以对照纸面上的校验清单，用任何能计算 SHA-256 的程序逐个核对。',
  },
  VERIFY_MISMATCH: {
    title: '证据文件夹与材料中的校验清单不一致',
    meaning: '至少有一个文件与制作材料时不同、缺少或是多出来的。这些文件不宜直接作为原件提交。',
    remedy: '请按列出的文件找回当时的原件；如果确实更换过证据，请重新制作材料。',
  },
  CANCELLED: {
    title: '已按要求停止',
    meaning: '没有留下未完成的文件，案件和证据没有被改动。',
    remedy: '需要时重新开始即可。',
  },
};

/** The text for people. No stack, no cause, and nothing of the case beyond what the error's data names. */
export function describeError(error: AppError): ErrorText {
  const { file, detail, problems = [] } = error.data;
  // What a paper lacks is named like its blank; "expected …, found …" would only say twice that it is empty.
  const line = error.code === 'FACTS_INCOMPLETE' ? missingLine : problemLine;
  const lines = problems.slice(0, mostLines).map(line);
  return {
    ...texts[error.code],
    lines: [
      ...(file === undefined ? [] : [`文件：${file}`]),
      // The detail of an unforeseen error may quote anything, so it stays in the log.
      ...(detail === undefined || error.code === 'INTERNAL' ? [] : [`说明：${detail}`]),
      ...lines,
      ...(problems.length > mostLines ? [`另有${problems.length - mostLines}处，共${problems.length}处`] : []),
    ],
  };
}

function problemLine({ path, expected, found }: InputProblem): string {
  return `${path === '$' ? '整个文件' : path}：应为${expected}，实为${found}`;
}

function missingLine({ path, expected }: InputProblem): string {
  return `缺少${expected}（${path}）`;
}
