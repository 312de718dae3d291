import { membershipArtwork } from '../screens/artwork.ts';
import type { ChatLine } from '../screens/chat.ts';
import { membership } from './facts.ts';

const shop = (text: string): ChatLine => ({ kind: 'shop', text });
const buyer = (text: string): ChatLine => ({ kind: 'buyer', text });
const time = (text: string): ChatLine => ({ kind: 'time', text });
const notice = (text: string): ChatLine => ({ kind: 'notice', text });

/** What the shop says "lifetime" means, and what the buyer proposes. */
export const serviceChat: readonly ChatLine[] = [
  time('2026年10月2日 09:40'),
  {
    kind: 'card',
    from: 'buyer',
    picture: membershipArtwork(58),
    title: membership.product,
    line: `实付 ¥${membership.price}`,
    foot: `订单号 ${membership.orderNumber}`,
  },
  buyer('你好，我去年买的是终身会员，昨天打开课程显示“已到期”，有效期到 2026-09-30，请问是不是系统出错了？'),
  notice('客服小恒 已接入，为您服务'),
  shop('您好，我帮您查一下，请稍等。'),
  time('09:58'),
  shop('查到了，您的会员是2025年9月30日开通的，现在已经到期，需要续费才能继续观看。'),
  buyer('商品页面写的是“一次开通，终身有效”“无需续费”，为什么一年就到期了？'),
  shop('终身是指一个服务周期，即一年。'),
  buyer('页面上没有这句话，开通时发的《会员服务说明》写的有效期也是“终身”。'),
  shop('这个是按公司统一规定执行的呢。可以给您申请一张续费优惠券，续费立减20元。'),
  buyer('我不需要续费，请恢复终身会员。'),
  shop('抱歉，系统里没有办法恢复。'),
  time('14:20'),
  buyer('如果不能恢复，请把没有提供服务的部分退给我。'),
  shop('会员已经使用过了，不能退款。'),
  notice('客服已结束本次会话'),
  time('2026年10月5日 10:12'),
  buyer('你好，我提一个具体方案：我用了一年，按你们现在公布的年度会员价 168.00 元扣除。'),
  buyer('598.00 元 － 168.00 元 ＝ 430.00 元，请退还 430.00 元。'),
  notice('客服小恒 已接入，为您服务'),
  shop('您好，已收到您的方案，我反馈一下。'),
  time('16:45'),
  shop('您好，反馈结果是会员已使用，不能退款，优惠券可以给您保留到月底。'),
  buyer('请问可以给我书面的理由吗？'),
  shop('以聊天中的答复为准。'),
  buyer('好的，那我向平台申请处理。'),
];
