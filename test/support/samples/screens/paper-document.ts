import { page } from './page.ts';

export interface PaperDocument {
  /** Name of the issuer in the head of each page. */
  readonly issuer: string;
  readonly colour: string;
  /** At the right of the head. */
  readonly note: string;
  readonly pages: readonly string[];
}

/** A document of several A4 pages as an app offers it for download. */
export function paperDocument(document: PaperDocument): string {
  const css = `@page{size:A4;margin:0}
body{width:210mm}.sheet{width:210mm;height:297mm;padding:22mm 20mm 20mm;position:relative;break-after:page;font-size:11.500pt;line-height:1.7;overflow:hidden}.sheet:last-child{break-after:auto}
.head{display:flex;align-items:center;border-bottom:2px solid ${document.colour};padding-bottom:3mm;font-size:10pt;color:#5c626b}.head b{color:${document.colour};font-size:14pt;margin-right:auto}
h1{font-size:20pt;text-align:center;margin:8mm 0 4mm;letter-spacing:2px}h2{font-size:13pt;margin:6mm 0 2mm;color:${document.colour}}
table{width:100%;border-collapse:collapse;font-size:11pt}td,th{border:1px solid #c9cfd6;padding:1.500mm 3mm;text-align:left;vertical-align:top}th{background:#f5f6f8;width:42mm;font-weight:400;color:#5c626b}
p{margin-bottom:2mm}.clause{padding-left:2em;text-indent:-2em}.pagefoot{position:absolute;left:20mm;right:20mm;bottom:11mm;font-size:9pt;color:#8a9099;display:flex;justify-content:space-between;border-top:1px solid #e3e6ea;padding-top:2mm}
.amount{font-size:22pt;font-weight:700;text-align:center;margin:4mm 0 1mm}.centre{text-align:center;color:#5c626b}
.snap{display:flex;gap:7mm;align-items:flex-start}.snap .pic{width:52mm;flex:none;border-radius:2mm;overflow:hidden}.mark{border:2px solid ${document.colour};color:${document.colour};border-radius:50%;width:32mm;height:32mm;display:flex;align-items:center;justify-content:center;text-align:center;font-size:10pt;font-weight:700;line-height:1.400;transform:rotate(-10deg);position:absolute;right:26mm;bottom:24mm;opacity:.75}`;
  const total = document.pages.length;
  const body = document.pages
    .map(
      (content, index) =>
        `<div class="sheet"><div class="head"><b>${document.issuer}</b><span>${document.note}</span></div>${content}<div class="pagefoot num"><span>${document.issuer}</span><span>第 ${index + 1} 页，共 ${total} 页</span></div></div>`,
    )
    .join('');
  return page({ css, body });
}

export function factTable(rows: readonly { readonly label: string; readonly value: string }[]): string {
  return `<table>${rows.map((row) => `<tr><th>${row.label}</th><td class="num">${row.value}</td></tr>`).join('')}</table>`;
}
