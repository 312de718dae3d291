import { z } from 'zod';

/** What `juli advise --json` prints: what a user should know of the case, and which papers to use when. */
const neededFact = z.strictObject({ label: z.string(), path: z.string() });

export const adviceDecisionSchema = z.strictObject({
  id: z.string(),
  /** What is asked, a few words: 是不是消费者. */
  question: z.string(),
  /** The answer in one sentence. */
  conclusion: z.string(),
  certainty: z.enum(['依法', '有争议', '平台规则']),
  reasons: z.array(z.string()),
  /** What follows in figures or places: a sum with its calculation, the courts that are open. */
  details: z.array(z.string()),
  /** In full, with what each provision says in our own words. */
  citations: z.array(z.strictObject({ text: z.string(), gist: z.string() })),
  /** Facts that would make the answer surer. */
  missing: z.array(neededFact),
});

export const adviceClockSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  length: z.string(),
  /** Whose time runs: the user's own, the other side's, an authority's. */
  whose: z.string(),
  /** From which day it runs, `YYYY-MM-DD`; unset while the case does not tell. */
  start: z.string().optional(),
  /** The last day; unset where it is not known or nothing runs. */
  lastDay: z.string().optional(),
  /** Where holidays that are not known yet decide the last day: the earliest that it can be. */
  lastDayNotBefore: z.string().optional(),
  status: z.string(),
  /** Where it stands, in one sentence. */
  standing: z.string(),
  certainty: z.enum(['依法', '有争议', '平台规则']),
  meaning: z.string(),
  citations: z.array(z.string()),
});

export const advicePaperSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  use: z.enum(['now', 'later', 'not-needed', 'not-possible']),
  /** When such a paper is used at all. */
  when: z.string(),
  /** Why it is or is not for now in this case. */
  why: z.string(),
});

export const adviceResultSchema = z.strictObject({
  title: z.string(),
  date: z.string(),
  /** 法律信息，不是法律意见. */
  notice: z.string(),
  stage: z.string(),
  decisions: z.array(adviceDecisionSchema),
  clocks: z.array(adviceClockSchema),
  papers: z.array(advicePaperSchema),
});

export type AdviceResult = z.output<typeof adviceResultSchema>;
export type AdviceDecision = z.output<typeof adviceDecisionSchema>;
export type AdviceClock = z.output<typeof adviceClockSchema>;
export type AdvicePaper = z.output<typeof advicePaperSchema>;
