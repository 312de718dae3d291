/** The seconds of a moment of a recording as the case writes it: `2:03`, `1:02:03.5`. */
export function secondsOf(timeCode: string): number {
  return timeCode.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}

/** A moment as the case writes it, to the millisecond. */
export function timeCodeOf(seconds: number): string {
  const milliseconds = Math.max(0, Math.round(seconds * 1_000));
  const whole = Math.floor(milliseconds / 1_000);
  const [hours, minutes] = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60];
  const rest = milliseconds % 1_000;
  const fraction = rest === 0 ? '' : `.${String(rest).padStart(3, '0').replace(/0+$/, '')}`;
  const last = `${String(whole % 60).padStart(2, '0')}${fraction}`;
  return hours === 0 ? `${minutes}:${last}` : `${hours}:${String(minutes).padStart(2, '0')}:${last}`;
}
