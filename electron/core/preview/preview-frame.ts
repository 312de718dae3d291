/**
 * The page that previews are shown in. It has no script of its own and may run none: the window puts a paper into its
 * body from outside.
 */
export function previewFrame(fontRules: string, styles: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>文书预览</title>
<style>
${fontRules}
</style>
<style id="template-styles">
${styles}
</style>
<style>
${screenStyles}
</style>
</head>
<body></body>
</html>
`;
}

/** Nothing but its own fonts and styles; only Juli's own window may frame it. */
export const previewFramePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/** A quiet sheet in place of @page, and marks on what may be edited that no print shows. */
const screenStyles = `
@media screen {
  html {
    background: transparent;
  }
  body {
    width: 210mm;
    margin: 0 auto;
  }
  .part {
    min-height: 297mm;
    padding: 20mm 15mm 20mm 26mm;
    border: 1px solid #d9d5cc;
    background: #fff;
  }
  a {
    cursor: default;
  }
  [data-at] {
    border-radius: 1mm;
    cursor: text;
  }
  [data-at]:hover,
  [data-at]:focus-visible {
    outline: 0.6mm solid #9db7d1;
    outline-offset: 0.6mm;
  }
  [data-at]:focus-visible {
    outline-color: #1f4e79;
  }
  [data-at][data-chosen] {
    background: #e6eff8;
  }
  [data-state="own"] {
    background: #eef4ea;
    box-shadow: -1mm 0 0 #5f7f4a;
  }
  [data-state="stale"] {
    background: #fbf1dc;
    box-shadow: -1mm 0 0 #a86b00;
  }
}
`;
