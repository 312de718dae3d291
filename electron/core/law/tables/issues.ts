import { z } from 'zod';
import { evidenceGroups, issueKinds, paperIds } from '../../../contract/case/case-kinds.ts';
import { day, filledLine } from '../../../contract/case/field-types.ts';

/**
 * 争议类型: what each is about, what to collect for it and which papers it usually takes. The checklist is craft, not
 * law: 民事诉讼法 67 only says that whoever asserts a fact proves it.
 */
const thing = z.strictObject({ text: filledLine, need: z.enum(['required', 'helpful']) });
const checklistGroup = z.strictObject({ group: z.enum(evidenceGroups), things: z.array(thing).min(1) });
const issue = z.strictObject({
  id: z.enum(issueKinds),
  name: filledLine,
  /** What the issue is and what it turns on, for whoever chooses it on the screen. */
  summary: z.string().min(1),
  checklist: z.array(checklistGroup).min(1),
  papers: z.array(z.enum([...paperIds, 'timeline', 'evidence-list'])).min(1),
});

export const issueTableSchema = z.strictObject({
  source: filledLine,
  checkedOn: day,
  /** Who asserts a fact proves it: why a checklist at all. */
  burden: z.string().min(1),
  issues: z
    .array(issue)
    .refine((issues) => issueKinds.every((kind) => issues.filter(({ id }) => id === kind).length === 1), {
      params: { expected: `每种争议各一次：${issueKinds.join('、')}` },
    }),
});

export type IssueTable = z.output<typeof issueTableSchema>;
export type Issue = IssueTable['issues'][number];

/** What the table says of one issue. Throws a RangeError when it has no such issue; the schema sees to it that it has. */
export function issueOf({ issues }: IssueTable, kind: Issue['id']): Issue {
  const found = issues.find(({ id }) => id === kind);
  if (found === undefined) throw new RangeError(`no issue ${kind} in templates/law/issues.json`);
  return found;
}

/** The groups of evidence without which an issue has nothing to stand on: those with something required in them. */
export function neededGroups(table: IssueTable, kind: Issue['id']): Issue['checklist'][number]['group'][] {
  return issueOf(table, kind)
    .checklist.filter(({ things }) => things.some(({ need }) => need === 'required'))
    .map(({ group }) => group);
}
