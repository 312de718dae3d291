import { icon } from './icons.ts';
import { phone } from './phone.ts';
import type { Theme } from './themes.ts';

export interface ProductDetails {
  readonly theme: Theme;
  readonly time: string;
  readonly battery: number;
  readonly parameters: readonly { readonly label: string; readonly value: string; readonly strong?: boolean }[];
  readonly promises: readonly { readonly title: string; readonly text: string }[];
  readonly steps: readonly string[];
  readonly notes: readonly string[];
}

/** The lower half of a product page: parameters, service promises, how to use. */
export function productDetails(details: ProductDetails): string {
  const { theme } = details;
  const css = `
.tabs{height:46px;background:#fff;display:flex;align-items:center;padding:0 12px;border-bottom:1px solid #eff1f3}
.tabs span{flex:1;text-align:center;font-size:15px;color:#5c626b;position:relative;line-height:46px}.tabs .on{color:#16181c;font-weight:700}
.tabs .on:after{content:'';position:absolute;left:50%;margin-left:-11px;bottom:3px;width:22px;height:3px;border-radius:2px;background:${theme.accent}}
.block{background:#fff;margin-top:8px;padding:14px}h2{font-size:15px;margin-bottom:10px;display:flex;align-items:center}
h2:before{content:'';width:3px;height:14px;border-radius:2px;background:${theme.accent};margin-right:8px}
table{width:100%;border-collapse:collapse;font-size:13px}td{border:1px solid #eceef1;padding:7px 10px}td:first-child{width:92px;background:#f8f9fa;color:#6b717a}
td.strong{font-weight:700;color:${theme.accent}}
.promise{display:flex;gap:10px;padding:7px 0}.promise b{font-size:14px}.promise p{font-size:12px;color:#6b717a}
.steps{display:flex;align-items:flex-start;text-align:center;font-size:12px;color:#4a5058}.steps div{flex:1;position:relative}
.steps i{display:block;width:24px;height:24px;line-height:24px;border-radius:12px;margin:0 auto 5px;background:${theme.tint};color:${theme.accent};font-style:normal;font-weight:700}
.steps div+div:before{content:'';position:absolute;left:-22px;top:12px;width:44px;border-top:1.500px dashed #d5d9de}
.notes p{font-size:12.500px;color:#5c626b;margin-bottom:5px}
.bar{height:54px;display:flex;align-items:center;padding:0 12px;gap:12px;border-top:1px solid #eceef1}
.tool{font-size:10px;color:#4a5058;text-align:center}.tool svg{margin:0 auto 1px}
.buy{flex:1;height:40px;border-radius:20px;display:flex;overflow:hidden;font-size:15px;font-weight:700}.buy span{flex:1;display:flex;align-items:center;justify-content:center}
.buy .add{background:${theme.tint};color:${theme.accent}}.buy .now{background:linear-gradient(90deg,${theme.accent},${theme.accentEnd});color:#fff}`;
  const body = `
<div class="tabs">${icon('back', 24, '#16181c', 2)}<span>商品</span><span>评价</span><span class="on">详情</span><span>推荐</span>${icon('share', 22, '#16181c')}</div>
<div class="block"><h2>规格参数</h2><table>${details.parameters.map((row) => `<tr><td>${row.label}</td><td class="${row.strong === true ? 'strong' : ''}">${row.value}</td></tr>`).join('')}</table></div>
<div class="block"><h2>服务保障</h2>${details.promises.map((promise) => `<div class="promise">${icon('shield', 22, theme.accent)}<div><b>${promise.title}</b><p>${promise.text}</p></div></div>`).join('')}</div>
<div class="block"><h2>使用步骤</h2><div class="steps">${details.steps.map((step, index) => `<div><i>${index + 1}</i>${step}</div>`).join('')}</div></div>
<div class="block notes"><h2>购买须知</h2>${details.notes.map((note, index) => `<p>${index + 1}. ${note}</p>`).join('')}</div>`;
  const tool = (name: 'shop' | 'service' | 'heart', label: string) =>
    `<span class="tool">${icon(name, 20, '#4a5058')}${label}</span>`;
  const foot = `<div class="bar">${tool('shop', '店铺')}${tool('service', '客服')}${tool('heart', '收藏')}<span class="buy"><span class="add">加入购物车</span><span class="now">立即购买</span></span></div>`;
  return phone({
    time: details.time,
    battery: details.battery,
    background: '#f4f4f4',
    css: `.phone{--head:#fff}.status{background:#fff}${css}`,
    body,
    foot,
  });
}
