import { factTable, paperDocument } from '../screens/paper-document.ts';
import { leju } from '../screens/themes.ts';
import { membership } from './facts.ts';

/** Two pages that came by mail when the membership was opened. */
export function serviceTerms(): string {
  const first = `<h1>会员服务说明</h1><p class="centre num">开通编号：KT2025093021461000</p>
<p>尊敬的学员：您的${membership.service}会员已于2025年9月30日21时46分开通。请妥善保存本说明。</p>
<h2>一、会员信息</h2>${factTable([
    { label: '会员账号', value: membership.account },
    { label: '会员类型', value: '终身会员' },
    { label: '开通时间', value: '2025年9月30日' },
    { label: '有效期', value: '<b>终身</b>' },
    { label: '会员费', value: `${membership.price}元（一次付清）` },
    { label: '订单号', value: membership.orderNumber },
  ])}
<h2>二、会员权益</h2>
<p class="clause">1.　在有效期内观看${membership.service}全部课程，包括今后新增的课程。</p>
<p class="clause">2.　课程回放不限次数，讲义可以下载。</p>
<p class="clause">3.　在课程讨论区提问，老师在工作日答复。</p>
<p class="clause">4.　终身会员一次开通，终身有效，开通后无需续费。</p>`;
  const second = `<h2 style="margin-top:9mm">三、使用说明</h2>
<p class="clause">1.　会员账号限本人使用，可以在手机和电脑上登录。</p>
<p class="clause">2.　课程内容受著作权保护，请勿录制或者转卖。</p>
<p class="clause">3.　忘记密码时，可以用绑定的手机号找回。</p>
<h2>四、服务提供者</h2>${factTable([
    { label: '名称', value: membership.shopCompany },
    { label: '店铺', value: membership.shop },
    { label: '联系电话', value: membership.shopPhone },
    { label: '住所', value: membership.shopAddress },
  ])}
<h2>五、其他</h2><p>本说明自会员开通之日起生效。服务中遇到问题，请联系店铺客服。</p><p style="text-align:right;margin-top:14mm">${membership.shopCompany}<br>2025年9月30日</p>`;
  return paperDocument({ issuer: membership.service, colour: leju.accent, note: '会员服务', pages: [first, second] });
}
