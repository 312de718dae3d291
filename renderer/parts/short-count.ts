/** Beyond a hundred nobody counts; 900 would only frighten. */
export function shortCount(count: number): string {
  return count > 99 ? '99+' : String(count);
}
