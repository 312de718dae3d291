import type { evidenceGroups } from '../../contract/case/case-kinds.ts';
import type { ChecklistLine } from '../../contract/rpc/evidence-procedures.ts';
import { type Issue, type IssueTable, issueOf } from './tables/issues.ts';

/** What to collect for the issues of a case, in the order of the table; a line that two issues share stands once. */
export function evidenceChecklist(
  table: IssueTable,
  issues: readonly Issue['id'][],
  presentGroups: ReadonlySet<(typeof evidenceGroups)[number]>,
): ChecklistLine[] {
  const lines = issues.flatMap((issue) =>
    issueOf(table, issue).checklist.flatMap(({ group, things }) =>
      things.map((thing) => ({ issue, group, ...thing, isGroupPresent: presentGroups.has(group) })),
    ),
  );
  // What one of them requires is required.
  const byText = new Map<string, ChecklistLine>();
  for (const line of lines) {
    const key = `${line.group} ${line.text}`;
    const known = byText.get(key);
    if (known === undefined || (known.need === 'helpful' && line.need === 'required')) {
      byText.set(key, known === undefined ? line : { ...known, need: 'required' });
    }
  }
  return [...byText.values()];
}
