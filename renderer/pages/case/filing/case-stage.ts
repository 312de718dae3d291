import type { AdvicePaper } from '../../../../electron/contract/advice-result.ts';
import { type paperIds, stages } from '../../../../electron/contract/case/case-kinds.ts';
import { useField } from '../../../draft/use-field.ts';

export type Stage = (typeof stages)[number];
export type PaperId = (typeof paperIds)[number];

/** The paper that is handed in at each stage; others go with it. */
export const mainPapers: Readonly<Record<Stage, PaperId>> = {
  negotiate: 'refund-request',
  platform: 'platform-appeal',
  'market-regulator': 'complaint-12315',
  'consumer-association': 'consumer-association',
  'payment-provider': 'payment-dispute',
  court: 'small-claims',
};

/** The stage the case names, else the one whose paper is for now; and what sets it. */
export function useCaseStage(papers: readonly AdvicePaper[]): [Stage, (stage: Stage) => void] {
  const [written, write] = useField(['stage'], '现在走到哪一步');
  const named = stages.find((stage) => stage === written);
  const advised = stages.find((stage) => papers.some(({ id, use }) => id === mainPapers[stage] && use === 'now'));
  return [named ?? advised ?? 'negotiate', write];
}
