import { clockTime } from '../screens/clock.ts';
import { factTable, paperDocument } from '../screens/paper-document.ts';
import { jufu } from '../screens/themes.ts';
import { credit } from './facts.ts';

/** One page: what the payment app certifies about the payment. */
export function paymentReceipt(): string {
  const content = `<h1>电子付款回单</h1><p class="centre num">回单编号：HD${credit.transactionNumber.slice(2)}　出具时间：2026-10-22 20:15:30</p>
<div class="amount num">298.00 元</div><p class="centre">人民币贰佰玖拾捌元整</p>
<h2>付款信息</h2>${factTable([
    { label: '付款人', value: credit.buyer },
    { label: '付款方式', value: credit.payment },
    { label: '付款时间', value: clockTime(credit.paidAt) },
    { label: '交易单号', value: credit.transactionNumber },
    { label: '交易状态', value: '付款成功' },
  ])}
<h2>收款信息</h2>${factTable([
    { label: '收款方', value: credit.shopCompany },
    { label: '店铺名称', value: credit.shop },
    { label: '商户订单号', value: credit.orderNumber },
    { label: '商品说明', value: credit.product },
  ])}
<h2>说明</h2><p class="clause">1.　本回单根据付款人的申请出具，内容与据付系统记录一致。</p><p class="clause">2.　本回单只说明付款情况，不代表商品或者服务已经交付。</p><p class="clause">3.　同一笔付款可以多次出具回单，请勿重复记账。</p>
<div class="mark">据付<br>电子回单<br>专用</div>`;
  return paperDocument({
    issuer: '据付',
    colour: jufu.accent,
    note: '电子回单 · 与系统交易记录一致',
    pages: [content],
  });
}
