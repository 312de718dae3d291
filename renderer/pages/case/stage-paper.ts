import type { Draft } from '../../../electron/contract/rpc/case-procedures.ts';
import type { PreviewPart } from '../../../electron/contract/rpc/paper-procedures.ts';
import { textAt } from '../../draft/draft-values.ts';

/** The paper one is about to file at each stage. */
const papers: Readonly<Record<string, PreviewPart>> = {
  negotiate: 'refund-request',
  platform: 'platform-appeal',
  'market-regulator': 'complaint-12315',
  'consumer-association': 'consumer-association',
  'payment-provider': 'payment-dispute',
  court: 'small-claims',
};

export function paperOfStage(draft: Draft): PreviewPart {
  return papers[textAt(draft, ['stage'])] ?? 'refund-request';
}
