import { secondsOf } from '../../../contract/case/time-codes.ts';

/** Which moments of a recording are printed. All in seconds from its beginning, in the order of time. */
export interface FramePlan {
  /** One picture every so many seconds. */
  readonly step: number;
  readonly even: readonly number[];
  /** Those the user asked for. */
  readonly marked: readonly number[];
  /** Marks, as written, that come after the end. */
  readonly beyond: readonly string[];
}

/** More would fill pages without showing more; what matters can be marked. */
const mostFrames = 12;
/** Round, so that whoever plays the recording finds each moment again. */
const steps = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900, 1_800, 3_600];

/** From the very beginning at even intervals, chosen by length alone and not by what is to be seen. */
export function planFrames(duration: number, marks: readonly string[]): FramePlan {
  const step = steps.find((one) => Math.ceil(duration / one) <= mostFrames) ?? Math.ceil(duration / mostFrames);
  const count = Math.max(1, Math.ceil(duration / step));
  const even = Array.from({ length: count }, (_, index) => Math.round(index * step * 1_000) / 1_000);
  const beyond = marks.filter((mark) => secondsOf(mark) > duration);
  const marked = [...new Set(marks.map(secondsOf))].filter((at) => at <= duration).toSorted((a, b) => a - b);
  return { step, even, marked, beyond };
}
