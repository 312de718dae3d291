import { evidenceGroups } from '../../../../electron/contract/case/case-kinds.ts';
import { evidenceFormWords, evidenceGroupWords } from '../../../../electron/contract/case/words.ts';
import type { FieldSpec } from '../../../draft/field-spec.ts';
import { whose } from '../several-claimants.ts';
import type { EvidenceGroup } from './evidence-entries.ts';
import { provesExamples } from './group-words.ts';

const groupOptions = evidenceGroups.map((value) => ({ value, label: evidenceGroupWords[value] }));

/** What is asked of an item; its files are asked for apart (item-files.tsx). */
export function evidenceFields(group: EvidenceGroup): readonly FieldSpec[] {
  return [
    {
      kind: 'text',
      at: 'title',
      label: '名称',
      placeholder: '例如：付款截图',
      help: '它是什么，印在证据目录里。',
      isWide: true,
    },
    {
      kind: 'prose',
      at: 'proves',
      label: '证明什么',
      placeholder: provesExamples[group],
      help: '看的人应该从里面看到的那一点。',
    },
    {
      kind: 'prose',
      at: 'source',
      label: '从哪里来的',
      placeholder: '例如：购物 App 订单详情页，2026年10月6日本人截图',
      help: '哪个 App、哪个页面、谁在什么时候截的。',
    },
    { kind: 'choice', at: 'group', label: '分组', options: groupOptions },
    {
      kind: 'choice',
      at: 'form',
      label: '原件还是复制件',
      options: [
        {
          value: 'original',
          label: evidenceFormWords.original,
          help: '直接从自己的手机、账号里截的或者下载的，需要时能当面打开给人看。',
        },
        { value: 'copy', label: evidenceFormWords.copy, help: '复印的、翻拍的、别人转发来的。' },
      ],
    },
    {
      kind: 'text',
      at: 'carrier',
      label: '原件在哪里',
      placeholder: '例如：本人手机',
      help: '需要核对时去哪里看原件。',
      suggestions: ['本人手机', '本人电脑', '本人账号', '纸质原件在本人手里'],
      isWide: true,
    },
    whose('谁的证据'),
  ];
}
