import { type paperIds, stages } from '../../../electron/contract/case/case-kinds.ts';
import type { Draft } from '../../../electron/contract/rpc/case-procedures.ts';
import type { PreviewPart } from '../../../electron/contract/rpc/paper-procedures.ts';
import { textAt } from '../../draft/draft-values.ts';

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

export function paperOfStage(draft: Draft): PreviewPart {
  const named = textAt(draft, ['stage']);
  return mainPapers[stages.find((stage) => stage === named) ?? 'negotiate'];
}
