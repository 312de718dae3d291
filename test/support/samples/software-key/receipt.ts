import { softwareArtwork } from '../screens/artwork.ts';
import { clockTime } from '../screens/clock.ts';
import { factTable, paperDocument } from '../screens/paper-document.ts';
import { youju } from '../screens/themes.ts';
import { software } from './facts.ts';

/** Three pages: the deal, the snapshot of the article on the day, an extract of the platform's rules. */
export function receipt(): string {
  const mark = `<div class="mark">${software.platform}<br>电子交易<br>凭证</div>`;
  const deal = `<h1>电子交易凭证</h1><p class="centre num">凭证编号：PZ${software.orderNumber}　出具日期：2026年10月3日</p>
<h2>一、交易双方</h2>${factTable([
    { label: '买家', value: `${software.buyer}（账号 ${software.account}）` },
    { label: '店铺', value: software.shop },
    { label: '店铺经营者', value: software.shopCompany },
    { label: '统一社会信用代码', value: software.shopCreditCode },
  ])}
<h2>二、订单</h2>${factTable([
    { label: '订单号', value: software.orderNumber },
    { label: '商品', value: software.product },
    { label: '规格', value: software.specification },
    { label: '数量', value: '1份' },
    { label: '下单时间', value: clockTime(software.placedAt) },
    { label: '发货方式', value: '电子发货（自动）' },
    { label: '发货时间', value: clockTime(software.shownAt) },
  ])}
<h2>三、付款</h2>${factTable([
    { label: '实付金额', value: `${software.price}元` },
    { label: '付款方式', value: software.payment },
    { label: '付款时间', value: clockTime(software.paidAt) },
    { label: '交易单号', value: software.transactionNumber },
  ])}${mark}`;
  const snapshot = `<h1>商品快照</h1><p class="centre num">快照时间：${clockTime(software.placedAt)}　订单号：${software.orderNumber}</p>
<div class="snap" style="margin-top:6mm"><div class="pic">${softwareArtwork(196)}</div><div><p><b style="font-size:14pt">墨格制图专业版 永久激活码 支持 Windows 11 / Windows 10 正版授权 自动发货</b></p><p class="num">下单价格：<b>${software.price}元</b></p><p>店铺：${software.shop}</p><p>服务保障：激活不了，包退；自动发货；在线指导</p></div></div>
<h2>规格参数</h2>${factTable([
    { label: '软件名称', value: '墨格制图 专业版' },
    { label: '适用系统', value: 'Windows 11 / Windows 10（64位）' },
    { label: '授权期限', value: '永久' },
    { label: '授权数量', value: '1台电脑' },
    { label: '交付方式', value: '电子激活码，付款后自动发货' },
    { label: '语言', value: '简体中文' },
  ])}
<h2>商品说明（节选）</h2><p>本商品为墨格制图专业版激活码，支持 Windows 11 / Windows 10，输入激活码后即可使用全部功能，一次激活，永久有效。</p><p>激活过程中遇到问题，请联系在线客服。激活不了，包退。</p>`;
  const rules = `<h1>平台服务规则（节选）</h1><p class="centre">以下为下单时展示的《${software.platform}虚拟商品服务规则》有关内容</p>
<h2>第二章　商品信息</h2>
<p class="clause">2.1　商家应当如实填写商品名称、适用范围、授权期限、交付方式等信息，页面信息与客服答复应当一致。</p>
<p class="clause">2.2　商家在商品页面作出的服务承诺，应当按照承诺履行。</p>
<h2>第四章　发货与售后</h2>
<p class="clause">4.1　虚拟商品以电子方式交付，买家可以在订单的“查看卡密”页查看。</p>
<p class="clause">4.2　虚拟商品发出后，不支持无理由退货。</p>
<p class="clause">4.3　商品与页面描述不一致、不能正常使用的，买家可以在订单完成后30日内申请售后，并提交报错截图等材料。</p>
<p class="clause">4.4　商家应当在48小时内处理售后申请；拒绝的，应当说明理由。</p>
<h2>第六章　平台介入</h2>
<p class="clause">6.1　买卖双方不能协商一致的，任何一方可以申请平台介入。</p>
<p class="clause">6.2　平台根据双方提交的材料、商品快照和聊天记录作出处理。</p>
<p class="clause">6.3　对处理结果有异议的，可以在7日内申请复核一次。复核不影响买家依法通过其他途径解决争议。</p>${mark}`;
  return paperDocument({
    issuer: software.platform,
    colour: youju.accent,
    note: '电子凭证 · 与平台交易记录一致',
    pages: [deal, snapshot, rules],
  });
}
