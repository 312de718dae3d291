import { useQuery } from '@tanstack/react-query';
import { issueKinds } from '../../../electron/contract/case/case-kinds.ts';
import { issueWords } from '../../../electron/contract/case/words.ts';
import { api } from '../../api.ts';
import { FieldLine } from '../../parts/field-line.tsx';
import { GrowingText } from '../../parts/growing-text.tsx';
import { ChoiceCards } from './choice-cards.tsx';
import type { QuestionProps } from './questions.tsx';

/** 出了什么问题: the names and their explanations stand in templates/law, which a lawyer may have changed. */
export function IssueQuestion({ answers: { issues, problem }, change }: QuestionProps) {
  const { data: about } = useQuery(api.house.about.queryOptions());
  return (
    <>
      <ChoiceCards
        name="选最接近的"
        kind="many"
        choices={issueKinds.map((kind) => {
          const known = about?.issues.find(({ id }) => id === kind);
          return { value: kind, label: known?.name ?? issueWords[kind], hint: known?.summary };
        })}
        chosen={issues}
        onChange={(chosen) => change({ issues: [...chosen] })}
      />
      <FieldLine label="用自己的话说说" help="哪一天、做了什么、屏幕上出现了什么。平实地写事实就好，不用写气话。">
        {(field) => (
          <GrowingText
            {...field}
            rows={5}
            maxLength={20_000}
            value={problem}
            onChange={({ target }) => change({ problem: target.value })}
          />
        )}
      </FieldLine>
    </>
  );
}
