import type { AppError, ErrorCode, InputProblem } from '../contract/errors.ts';
import { windowErrorTexts } from './window-error-texts.ts';

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
    title: '这一步做不了，或者要求写得不对',
    meaning: '什么也没有做，案件和证据没有被改动。',
    remedy: '请看具体说明再试一次；用命令行的，可以用 juli --help 查看用法。',
  },
  NOT_FOUND: {
    title: '找不到要的内容，或者没有读取它的权限',
    meaning: '没有读到它，这一步没有做；案件和证据没有被改动。',
    remedy:
      '请看文件或文件夹是否还在原处、能不能打开，然后再试。用命令行的，请检查路径；案件文件夹里应有一个 case.json。',
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
    meaning: '文件没有保存；原来同名的文件（如果有）保持原样。',
    remedy: '请先看具体说明；没有说明的，请检查磁盘空间、文件夹的写入权限，并关闭正在打开该文件的阅读器，然后再试。',
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
    meaning: '文件与开始制作时不再一样，这份材料不能用，因此没有保存。',
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
  ARCHIVE_INVALID: {
    title: '这个文件不能导入：它不完整、被改动过，或者不是据理保存的',
    meaning: '为避免带入错误的内容，没有从中取出任何东西；现有的案件和证据没有被改动。',
    remedy: '请按列出的原因核对；通常是传送或复制时损坏，请重新取得一份，或让对方再导出一次。请不要用压缩软件改动它。',
  },
  REDACTION_LEAK: {
    title: '遮盖版里还能读出应当遮住的内容',
    meaning: '为避免泄露，这份遮盖版没有保存；完整版、案件和证据原件都没有被改动。',
    remedy: '请在列出的页上给它画上遮盖框，或者改掉写着它的那一处文字，然后再做一次。',
  },
  PACKET_TOO_LARGE: {
    title: '压缩图片后仍超过设定的文件大小',
    meaning: '再压缩，图片里的文字就看不清了，所以没有保存；案件和证据原件都没有被改动。',
    remedy: '请调高文件大小上限，或者改用“按文件大小分册”，分几次上传；也可以把页数多的 PDF 另行提交。',
  },
  BOXES_MISPLACED: {
    title: '有的遮盖框可能盖错地方',
    meaning: '为避免露出要遮的内容，没有生成遮盖版；完整版不受影响，案件和证据原件都没有被改动。',
    remedy:
      '请在证据的大图里核对列出的文件：PDF 和图片，移除旧框重新画；Word、表格、网页、邮件、文本、压缩包和录音录像，请移除框，把要遮的内容另存为 PDF 或截图，换下原来的文件，再在上面画框。原件请自己另外保管。',
  },
  REVISION_CONFLICT: {
    title: '同一处内容刚在另一个窗口里改过',
    meaning: '为了不把那边写的盖掉，这一次修改没有保存；两边已经保存的内容都还在。',
    remedy: '请看一眼现在的内容，再把这次的修改填一遍。',
  },
  CHANGE_REFUSED: {
    title: '这一步修改与案件现在的内容对不上',
    meaning: '这一次修改没有保存，之前保存的内容没有变。',
    remedy: '请重新打开这个案件再改一次；如果仍然出现，请反馈给开发者，不必附上案件内容。',
  },
  STORE_IN_USE: {
    title: '据理已经打开，正在使用这个数据文件夹',
    meaning: '两个程序同时写会弄坏案件，所以这一次没有打开。案件没有被改动。',
    remedy: '请回到已经打开的那个窗口；如果找不到它，请关掉据理后再打开。',
  },
  STORE_TOO_NEW: {
    title: '这个数据文件夹是用更新版本的据理写的',
    meaning: '当前版本看不懂其中的新内容。为了不弄坏案件，没有打开，也没有改动任何文件。',
    remedy: '请安装新版本的据理后再打开；里面的案件都还在。',
  },
  STORE_READ_ONLY: {
    title: '数据文件夹只能读，不能写',
    meaning: '这一次修改没有保存。已有的案件仍然可以查看、打印和导出。',
    remedy: '请检查这个文件夹和所在磁盘的写入权限；也可以先把要紧的案件导出到别的磁盘。',
  },
  STORE_FULL: {
    title: '磁盘空间不够，修改没有存下',
    meaning: '刚才这一次修改没有保存，之前保存的内容都在。',
    remedy: '请先不要关闭窗口，删除一些不要的文件腾出空间，再改一次；也可以把案件导出到别的磁盘。',
  },
  STORE_DAMAGED: {
    title: '案件数据库有损坏的地方',
    meaning: '这一部分内容读不出来，没有写入任何东西。证据原件另外存放，不在其中。',
    remedy: '请关闭据理再打开一次，程序会救出还能读的内容并保留损坏的文件；有备份的，可以在设置里恢复备份。',
  },
  STORE_FAILED: {
    title: '系统读写数据文件夹时出错',
    meaning: '这一次操作没有完成，之前保存的内容没有被改动。',
    remedy: '请检查存放数据的磁盘或移动硬盘是否连接正常，然后再试；磁盘常出这种错误时，请尽快备份。',
  },
  CANCELLED: {
    title: '已按要求停止',
    meaning: '没有留下未完成的文件，案件和证据没有被改动。',
    remedy: '需要时重新开始即可。',
  },
};

/** The text for people. No stack, no cause, and nothing of the case beyond what the error's data names. */
export function describeError(error: AppError, place: 'terminal' | 'window' = 'terminal'): ErrorText {
  const { file, detail, problems = [] } = error.data;
  // What a paper lacks is named like its blank; "expected …, found …" would only say twice that it is empty.
  const line = error.code === 'FACTS_INCOMPLETE' ? missingLine : problemLine;
  const lines = problems.slice(0, mostLines).map(line);
  return {
    ...texts[error.code],
    ...(place === 'window' ? windowErrorTexts[error.code] : {}),
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
