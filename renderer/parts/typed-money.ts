/**
 * 元 as people type it, as case.json writes it: 1,280.5 → `1280.50`, ￥99 → `99.00`, 99元 → `99.00`. Undefined for what is
 * no sum of whole 分.
 */
export function typedMoney(typed: string): string | undefined {
  const text = typed
    .normalize('NFKC')
    .replace(/[\s,，¥]/gu, '')
    .replace(/元$/u, '');
  const found = /^(\d{1,12})(?:\.(\d{0,2}))?$/.exec(text);
  if (found === null) return undefined;
  const [, whole = '0', part = ''] = found;
  return `${whole.replace(/^0+(?=\d)/, '')}.${part.padEnd(2, '0')}`;
}

/** 分 as 元 for reading: 1,280.50. */
export function yuan(fen: number): string {
  return (fen / 100).toLocaleString('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}
