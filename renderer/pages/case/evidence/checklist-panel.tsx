import { CheckCircleFilled, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { evidenceGroups } from '../../../../electron/contract/case/case-kinds.ts';
import { evidenceGroupWords } from '../../../../electron/contract/case/words.ts';
import { api } from '../../../api.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { Waiting } from '../../../parts/waiting.tsx';
import type { EvidenceEntry, EvidenceGroup } from './evidence-entries.ts';

interface ChecklistPanelProps {
  readonly caseId: string;
  readonly entries: readonly EvidenceEntry[];
  /** 这一项我有. */
  readonly onChoose: (group: EvidenceGroup) => void;
}

/** What a case of this kind needs, group by group. It can only see that a group has something in it, and says so. */
export function ChecklistPanel({ caseId, entries, onChoose }: ChecklistPanelProps) {
  const checklist = useQuery(api.evidence.checklist.queryOptions({ input: { id: caseId } }));
  if (checklist.isError) return <ErrorNotice error={checklist.error} onRetry={() => void checklist.refetch()} />;
  if (checklist.isPending) return <Waiting what="正在看这类纠纷该收集什么" />;
  const groups = evidenceGroups.filter((group) => checklist.data.some((line) => line.group === group));
  if (groups.length === 0) {
    return <p className="quiet">还没有选“争议类型”。在“诉求”一步里选了，这里就列出该收集什么。</p>;
  }
  return (
    <div className="evidence-checklist">
      <p className="quiet small">按您选的争议类型列出。手上有的放进来就好，不用每一项都有；“要有”的尽量找齐。</p>
      {groups.map((group) => {
        const count = entries.filter((entry) => entry.group === group).length;
        const words = evidenceGroupWords[group];
        return (
          <section key={group} aria-label={words}>
            <h4>
              <span className={`evidence-dot evidence-dot-${group}`} />
              {words}
              {count === 0 ? (
                <span className="quiet small">还没有</span>
              ) : (
                <span className="evidence-checklist-done">
                  <CheckCircleFilled /> 已有 {count} 份
                </span>
              )}
            </h4>
            <ul>
              {checklist.data
                .filter((line) => line.group === group)
                .map(({ text, need }) => (
                  <li key={text}>
                    <span className={need === 'required' ? 'evidence-need evidence-need-required' : 'evidence-need'}>
                      {need === 'required' ? '要有' : '有更好'}
                    </span>
                    <span>{text}</span>
                    <Button
                      type="link"
                      size="small"
                      icon={<PlusOutlined />}
                      aria-label={`这一项我有，选文件：${text}`}
                      onClick={() => onChoose(group)}
                    >
                      这一项我有
                    </Button>
                  </li>
                ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
