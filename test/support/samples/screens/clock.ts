/** "2026-10-02T20:15:08+08:00" as apps write it: "2026-10-02 20:15:08". The stories only hold Shanghai time. */
export function clockTime(instant: string): string {
  return instant.slice(0, 19).replace('T', ' ');
}
