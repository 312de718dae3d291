import { describe, expect, it } from 'vitest';
import { guessGroup, inOrderOfNames, titleOf } from '../../electron/core/evidence/intake/evidence-names.ts';

describe('the title of a new item', () => {
  it.each([
    ['付款记录.png', '付款记录'],
    ['微信图片_20261118.120102.jpg', '微信图片_20261118.120102'],
    ['  客服\t聊天\n第2页 .PNG', '客服 聊天 第2页'],
    ['没有扩展名', '没有扩展名'],
    ['版本 2.0 说明', '版本 2.0 说明'],
    ['.png', '未命名的文件'],
    ['\u202Egnp.exe', 'gnp'],
    [`${'长'.repeat(300)}.png`, '长'.repeat(80)],
  ])('of %j is %j', (name, title) => {
    expect(titleOf(name)).toBe(title);
  });
});

describe('the group', () => {
  it.each([
    ['付款截图.png', 'transaction'],
    ['商品详情页.png', 'promise'],
    ['客服说支付失败.png', 'communication'],
    ['支付失败.png', 'problem'],
    ['营业执照.jpg', 'identity'],
    ['IMG_0001.png', 'other'],
    ['聊天/IMG_0001.png', 'communication'],
    ['聊天/订单/IMG_0001.png', 'transaction'],
    ['聊天/订单.png', 'transaction'],
  ])('of %j is guessed as %j', (path, group) => {
    expect(guessGroup(path)).toBe(group);
  });
});

it('files come in the order of their names, folder by folder, numbers as numbers', () => {
  const paths = ['b/10.png', 'b/9.png', 'a/2.png', 'b/第11页.png', 'b/第2页.png'];
  expect(
    inOrderOfNames(paths.map((relativePath) => ({ relativePath }))).map(({ relativePath }) => relativePath),
  ).toEqual(['a/2.png', 'b/9.png', 'b/10.png', 'b/第2页.png', 'b/第11页.png']);
});
