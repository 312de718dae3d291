import { box, type ElementRow, elementRow, indented, lineOf, none, yesOrNo } from './elements-form.ts';

/**
 * Items 16 to 22 of the facts in form 06: 担保. Nobody gives security in a purchase of this kind, so 否 is ticked, and
 * what the form asks about it says 无 or stays open.
 */
export function guaranteeRows(): ElementRow[] {
  return [
    elementRow('16. 是否签订物的担保（抵押、质押）合同', yesOrNo(false, ['签订时间：'])),
    elementRow('17. 担保人、担保物', [lineOf('担保人：无'), lineOf('担保物：无')]),
    elementRow(
      '18. 是否最高额担保（抵押、质押）',
      yesOrNo(false, ['担保债权的确定时间：'], [indented(lineOf('担保额度：'))]),
    ),
    elementRow(
      '19. 是否办理抵押、质押登记',
      yesOrNo(false, [box('正式登记', false)], [indented(lineOf(box('预告登记', false)))]),
    ),
    elementRow('20. 是否签订保证合同', yesOrNo(false, ['签订时间：', '保证人：', '主要内容：'])),
    elementRow('21. 保证方式', [lineOf(box('一般保证', false)), lineOf(box('连带责任保证', false)), ...none]),
    elementRow('22. 其他担保方式', none),
  ];
}
