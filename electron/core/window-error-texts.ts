import type { ErrorCode } from '../contract/errors.ts';

interface WindowText {
  readonly title?: string;
  readonly meaning?: string;
  readonly remedy?: string;
}

/**
 * Where a sentence for the command line says nothing to somebody before a window: there are no commands, options and
 * case files there, and nothing is “generated”.
 */
export const windowErrorTexts: Readonly<Partial<Record<ErrorCode, WindowText>>> = {
  INTERNAL: {
    meaning: '这一步没有做完。已经显示“已保存”的内容和证据原件都没有受影响。',
    remedy: '请再试一次；如果仍然这样，请关闭据理再打开。反馈给开发者时，说明当时在做什么就够了，不必附上案件内容。',
  },
  USAGE: {
    title: '这一步现在做不了',
    meaning: '什么也没有改动，案件和证据都还在。',
    remedy: '请按给出的说明做；没有说明的，请重新打开这一页再试一次。',
  },
  NOT_FOUND: {
    title: '没有找到要打开的内容，它可能已被移走或删除',
    meaning: '这一步没有做，其他案件和证据没有受影响。',
    remedy: '找案件的，请到“案件”页看看，也看看回收站；要添加文件的，请确认文件还在原处，再选一次。',
  },
  CASE_INVALID: {
    title: '这个案件里有读不懂的内容',
    meaning: '为避免把错误的内容写进材料，这一步没有做，也没有写出任何文件；证据原件没有被改动。',
    remedy: '请按列出的位置逐项改正，再做一次。',
  },
  FACTS_INCOMPLETE: {
    meaning: '按“缺少事实时不生成”的要求，这次什么也没有写出；已经填好的内容都在。',
    remedy: '请到案件的各个步骤里补上列出的内容，再做一次。',
  },
  WRITE_FAILED: {
    meaning: '这一步没有完成，也没有留下做了一半的文件；已经保存的案件和证据都在。',
    remedy: '请先看看磁盘是不是满了，删除一些不要的文件腾出空间，再试一次；存在 U 盘或移动硬盘上的，请检查是否插好。',
  },
  // Files that are taken in, exports and backups fill a disk as well as edits do.
  STORE_FULL: {
    title: '磁盘空间不够，这一步没有做成',
    meaning: '刚才这一步没有保存，也没有留下做了一半的文件；之前保存的内容都在。',
    remedy: '请先不要关闭窗口，删除一些不要的文件腾出空间，再做一次；也可以把案件导出到别的磁盘。',
  },
  TEMPLATE_INVALID: {
    meaning: '用这个模板印不出完整的文书，所以没有印。案件和证据没有受影响，仍然可以填写和保存。',
    remedy: '请到“模板”页找到列出的那个模板，改正它，或者换回内置的；没有改过模板的，请重新安装据理。',
  },
};
