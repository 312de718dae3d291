import type { TemplateFile } from '../../contract/rpc/house-procedures.ts';
import { partIds, partTitle } from '../packet/parts.ts';
import { isFrame } from '../render/overlay.ts';

/** What a file below templates/ is, and what people call it. */
export interface NamedTemplate {
  readonly kind: TemplateFile['kind'];
  /** Without folder and extension: `refund-request`. */
  readonly name: string;
  readonly title: string;
}

const folders: Readonly<Record<string, TemplateFile['kind']>> = {
  documents: 'document',
  partials: 'partial',
  styles: 'style',
};

const partialTitles: Readonly<Record<string, string>> = {
  account: '事实经过各段',
  'attachment-list': '附件清单',
  'claim-lines': '编号的请求',
  'claimant-schedule': '多人投诉的明细表',
  'element-line': '要素式诉状：一行',
  'element-notes': '要素式诉状：填写说明',
  'element-row': '要素式诉状：一栏',
  'inserted-sheet': '隔页、空白页、分册首页',
  'named-rows': '带名称的表格行',
  paragraphs: '一组段落',
  'promise-table': '承诺与实际对照表',
  'record-table': '调取记录表',
  signature: '签名处',
  'step-table': '已经做过的步骤表',
  tick: '是、否勾选框',
};

const styleTitles: Readonly<Record<string, string>> = {
  appendix: '证据附件',
  contents: '目录',
  'court-papers': '法院文书',
  cover: '封面',
  'evidence-list': '证据目录',
  'evidence-pages': '排印的证据',
  group: '多人投诉',
  originals: '校验清单',
  page: '纸张和页脚',
  'papers-more': '文书（续）',
  papers: '文书',
  recordings: '录音录像',
  tables: '表格',
  timeline: '时间线',
  type: '字体和标题',
  volumes: '隔页和分册',
};

/** Undefined for what is no template that may be edited: the frame, tables of the law, any other path. */
export function namedTemplate(path: string): NamedTemplate | undefined {
  const { folder = '', name = '', extension } = pattern.exec(path)?.groups ?? {};
  const kind = folders[folder];
  if (kind === undefined || extension !== (kind === 'style' ? 'css' : 'hbs') || isFrame(path)) return;
  return { kind, name, title: titleOf(kind, name) };
}

const pattern = /^(?<folder>documents|partials|styles)\/(?<name>[\p{L}\p{N}_-]{1,60})\.(?<extension>hbs|css)$/u;

function titleOf(kind: TemplateFile['kind'], name: string): string {
  switch (kind) {
    case 'document': {
      const part = partIds.find((id) => id === name);
      return part === undefined ? name : partTitle(part);
    }
    case 'partial':
      return partialTitles[name] ?? name;
    case 'style':
      return styleTitles[name] ?? name;
  }
}
