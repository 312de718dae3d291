import { serviceCase } from '../screens/service-case.ts';
import { youju as theme } from '../screens/themes.ts';
import { software } from './facts.ts';

const refused = '#d9443a';

export function refundRefused(): string {
  return serviceCase({
    theme,
    time: '08:50',
    battery: 90,
    title: '退款详情',
    result: { mark: 'close', colour: refused, text: '商家已拒绝退款', line: '2026-10-06 08:47　可在7日内申请平台介入' },
    steps: ['提交申请', '商家审核', '商家拒绝'],
    current: 2,
    answer: {
      title: '商家拒绝理由',
      paragraphs: ['激活码已发出，虚拟商品不退不换。'],
      sign: `${software.shop}　2026-10-06 08:47`,
    },
    rows: [
      { label: '退款编号', value: software.refundNumber },
      { label: '订单号', value: software.orderNumber },
      { label: '退款金额', value: `¥${software.price}` },
      { label: '退款原因', value: '商品与描述不符' },
      { label: '申请说明', value: '页面写明支持 Windows 11，激活时提示“此激活码仅适用于 Windows 10”，无法激活。' },
      { label: '上传凭证', value: '3张' },
    ],
    history: [
      { at: '10-06 08:47', who: '商家', text: '拒绝退款：激活码已发出，虚拟商品不退不换。' },
      { at: '10-05 10:30', who: '买家', text: `申请退款 ¥${software.price}，仅退款。` },
    ],
    buttons: ['修改申请', '联系商家', '申请平台介入'],
  });
}

export function platformDecision(): string {
  return serviceCase({
    theme,
    time: '16:42',
    battery: 66,
    title: '平台介入',
    result: { mark: 'close', colour: refused, text: '不支持退款', line: '处理完成　2026-10-09 16:20' },
    steps: ['申请介入', '双方举证', '平台处理', '处理完成'],
    current: 3,
    answer: {
      title: '平台处理结果',
      paragraphs: [
        '您好，您反馈的订单已收到。经查看，商家已按约定方式发出激活码。',
        '虚拟商品不退不换，激活码已发出，不支持退款。如有异议，请在7日内申请复核。',
      ],
      sign: `${software.platform}平台客服　2026-10-09 16:20`,
    },
    rows: [
      { label: '工单号', value: software.ticketNumber },
      { label: '订单号', value: software.orderNumber },
      { label: '争议金额', value: `¥${software.price}` },
      { label: '买家诉求', value: '退款 268.00 元' },
    ],
    history: [
      { at: '10-09 16:20', who: '平台客服', text: '处理完成：不支持退款。' },
      { at: '10-07 10:11', who: '商家', text: '提交说明：激活码已自动发货。' },
      { at: '10-06 09:12', who: '买家', text: '申请平台介入，提交截图5张。' },
    ],
    buttons: ['查看举证', '申请复核'],
  });
}

export function platformReview(): string {
  return serviceCase({
    theme,
    time: '11:30',
    battery: 58,
    title: '复核结果',
    result: { mark: 'close', colour: refused, text: '维持原处理结果', line: '复核完成　2026-10-13 11:05' },
    steps: ['申请复核', '受理', '复核完成'],
    current: 2,
    answer: {
      title: '复核结果',
      paragraphs: ['您好，您的复核申请已处理。激活码已发出，平台维持原处理结果，不支持退款。', '感谢您的理解。'],
      sign: `${software.platform}平台客服　2026-10-13 11:05`,
    },
    rows: [
      { label: '复核编号', value: software.reviewNumber },
      { label: '原工单号', value: software.ticketNumber },
      { label: '订单号', value: software.orderNumber },
      {
        label: '复核理由',
        value: '激活码与页面写明的适用系统不一致；客服已承认是 Windows 10 的码；请说明不退款的依据。',
      },
    ],
    history: [
      { at: '10-13 11:05', who: '平台客服', text: '复核完成：维持原处理结果。' },
      { at: '10-10 14:05', who: '买家', text: '申请复核，补充查询结果和聊天记录。' },
      { at: '10-09 16:20', who: '平台客服', text: '处理完成：不支持退款。' },
    ],
    buttons: ['返回首页', '查看原处理结果'],
  });
}
