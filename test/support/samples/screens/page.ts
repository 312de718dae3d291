/**
 * A whole HTML page for one picture. Text comes from the sample stories of this folder only, so nothing is escaped.
 * Fonts: Noto Sans SC, the rare character of one name from LXGW WenKai, no other weight than 400 and 700.
 */
export function page({ css, body, lang = 'zh-CN' }: { css: string; body: string; lang?: string }): string {
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><style>${baseCss}${css}</style></head><body>${body}</body></html>`;
}

const baseCss = `
*{box-sizing:border-box;margin:0;padding:0}
html,body{background:#fff;color:#1f2329;font-family:'Noto Sans SC','LXGW WenKai',sans-serif;font-size:14px;line-height:1.45;
-webkit-font-smoothing:antialiased;font-synthesis:none;text-size-adjust:none}
b,strong,h1,h2,h3,th{font-weight:700}
svg{display:block;flex:none}
.row{display:flex;align-items:center}
.grow{flex:1;min-width:0}
.num{font-variant-numeric:tabular-nums}
.muted{color:#8a9099}
`;
