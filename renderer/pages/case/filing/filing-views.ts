/** The parts of 导出与期限, as the address names them: `?view=deadlines`. */
export const filingViews = ['packet', 'texts', 'deadlines', 'record', 'keep'] as const;
export type FilingView = (typeof filingViews)[number];

export const viewWords: Readonly<Record<FilingView, string>> = {
  packet: '生成材料',
  texts: '网上填写的文字',
  deadlines: '期限',
  record: '办理记录',
  keep: '保存与转交',
};
