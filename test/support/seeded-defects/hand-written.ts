import { defect, type SeededDefect } from './seeded-defect.ts';

const byHand = {
  overrides: [{ paper: 'refund-request', at: 'manner[0]', original: '请将退款退回原付款渠道。', own: '请尽快退款。' }],
};

/** Paragraphs by hand, whose facts moved on. */
export const handWrittenDefects: readonly SeededDefect[] = [
  defect('override.stale', byHand, 'overrides[0].own', 'warning', {
    input: { overrideUses: [{ index: 0, state: 'stale' }] },
  }),
  defect('override.orphan', byHand, 'overrides[0].own', 'warning', {
    input: { overrideUses: [{ index: 0, state: 'orphan' }] },
  }),
];
