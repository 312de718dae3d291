import type { OverrideUse } from '../documents/overrides.ts';
import { papers } from '../documents/papers.ts';
import type { CheckInput, Match, Rule } from './rule.ts';

/** Paragraphs that were written by hand, when the facts have moved on since. */
export const overrideRules: readonly Rule[] = [
  {
    id: 'override.stale',
    severity: 'warning',
    find: (input) =>
      withState(
        input,
        'stale',
        (title) =>
          `《${title}》里有一段是您手写的，写好之后这一段依据的内容又有改动。现在印出的仍是您写的文字，请对照检查；不再需要的，可以恢复为自动生成的文字。`,
      ),
  },
  {
    id: 'override.orphan',
    severity: 'warning',
    find: (input) =>
      withState(
        input,
        'orphan',
        (title) =>
          `《${title}》里您手写过的一段，原来的位置已经没有了，所以不会印出。您写的文字还保留着，请把需要的内容写到别的段落，或者删去这一段。`,
      ),
  },
];

function withState(
  { case: { overrides }, overrideUses = [] }: CheckInput,
  state: OverrideUse['state'],
  message: (title: string) => string,
): Match[] {
  return overrideUses.flatMap((use) => {
    const entry = overrides[use.index];
    if (use.state !== state || entry === undefined) return [];
    return [{ path: `overrides[${use.index}].own`, message: message(papers[entry.paper].title) }];
  });
}
