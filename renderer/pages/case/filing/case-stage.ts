import type { AdvicePaper } from '../../../../electron/contract/advice-result.ts';
import { stages } from '../../../../electron/contract/case/case-kinds.ts';
import { useField } from '../../../draft/use-field.ts';
import { mainPapers, type Stage } from '../stage-paper.ts';

/** The stage the case names, else the one whose paper is for now; and what sets it. */
export function useCaseStage(papers: readonly AdvicePaper[]): [Stage, (stage: Stage) => void] {
  const [written, write] = useField(['stage'], '现在走到哪一步');
  const named = stages.find((stage) => stage === written);
  const advised = stages.find((stage) => papers.some(({ id, use }) => id === mainPapers[stage] && use === 'now'));
  return [named ?? advised ?? 'negotiate', write];
}
