/** Why a file of a kind that cannot be put on paper gets a page with its name instead, and what to do. In Chinese. */
export function unprintedKind(mime: string | undefined): string {
  if (mime === undefined) return `认不出这是什么文件${asPicture}`;
  return (
    reasons[mime] ??
    (mime.startsWith('image/') ? `暂不能打印这种格式的图片（${shortName(mime)}）${asPng}` : other(mime))
  );
}

const asPicture = '，暂不能打印；请用能打开它的程序另存为 PDF，或者截图，再添加一份';
const asPng = '，请另存为 PNG 或 JPEG，再添加一份';
const unpackFirst = '，请先解压，再添加里面的文件';

const reasons: Readonly<Record<string, string>> = {
  'application/x-ole-storage':
    '这是旧版 Office 文件（.doc、.xls、.ppt 等）或加了密码的 Office 文件，请打开后另存为 .docx、.xlsx 或 PDF，再添加一份',
  'application/ofd':
    '这是 OFD 版式文件（多见于电子发票、电子证照，可能带有电子签章），暂不能直接打印；请用出具它的平台或 OFD 阅读器打开，导出为 PDF，或者打印后扫描，再添加一份；OFD 原件请留在本案，提交时随附',
  'application/rtf': '这是 RTF 文档，请打开后另存为 .docx 或 PDF，再添加一份',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation':
    '暂不能打印演示文稿，请打开后另存为 PDF，再添加一份',
  'application/x-rar-compressed': `暂不能打开 RAR 压缩包${unpackFirst}`,
  'application/x-7z-compressed': `暂不能打开 7z 压缩包${unpackFirst}`,
  'application/gzip': `暂不能打开 gz 压缩包${unpackFirst}`,
  'application/x-juli': '这是据理保存的案件，请在案件列表里导入',
  'application/java-archive': '这是安装包或程序，不会运行它，也不能打印；需要时请截图，再添加一份',
  'application/x-msdownload': '这是程序，不会运行它，也不能打印；需要时请截图，再添加一份',
  'image/svg+xml': `暂不能打印 SVG 图形${asPng}`,
};

function other(mime: string): string {
  return `暂不能打印这种文件（${mime}），请用能打开它的程序另存为 PDF，或者截图，再添加一份`;
}

/** `image/vnd.adobe.photoshop` → `PHOTOSHOP` */
function shortName(mime: string): string {
  return (mime.split(/[/.]/).at(-1) ?? mime).replace(/^x-/, '').toUpperCase();
}
