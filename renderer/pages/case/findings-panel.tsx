import './findings-panel.css';
import { Drawer } from 'antd';
import { Link } from 'react-router';
import { type CaseStep, caseSteps } from '../../../electron/contract/rpc/case-procedures.ts';
import type { StepFinding } from '../../draft/finding-store.ts';
import { useAllFindings } from '../../draft/findings-context.tsx';
import { stepWords } from '../../parts/stage-words.ts';
import { stepAddress } from './steps.ts';

const severities = ['error', 'warning', 'hint'] as const;
const severityWords: Readonly<Record<StepFinding['severity'], string>> = {
  error: '待补',
  warning: '请核对',
  hint: '参考',
};

interface FindingsPanelProps {
  readonly id: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** All that the checks say, each one press from its field. */
export function FindingsPanel({ id, isOpen, onClose }: FindingsPanelProps) {
  const { length } = useAllFindings();
  return (
    <Drawer title={`提示（${length}）`} open={isOpen} onClose={onClose} size={480} destroyOnHidden>
      {length === 0 ? (
        <p>没有发现要补的内容。提交前请自己再看一遍：事实和金额以您写的为准。</p>
      ) : (
        <FindingsByStep id={id} onGo={onClose} />
      )}
    </Drawer>
  );
}

function FindingsByStep({ id, onGo }: { readonly id: string; readonly onGo: () => void }) {
  const findings = useAllFindings();
  return (
    <>
      <p className="quiet">点一条就到要改的地方。“待补”的内容没有也能打印，会印成空白；“参考”的看看就好。</p>
      {caseSteps.map((step) => (
        <StepFindings
          key={step}
          id={id}
          step={step}
          findings={severities.flatMap((severity) =>
            findings.filter((finding) => finding.step === step && finding.severity === severity),
          )}
          onGo={onGo}
        />
      ))}
    </>
  );
}

interface StepFindingsProps {
  readonly id: string;
  readonly step: CaseStep;
  readonly findings: readonly StepFinding[];
  readonly onGo: () => void;
}

function StepFindings({ id, step, findings, onGo }: StepFindingsProps) {
  if (findings.length === 0) return null;
  return (
    <section className="findings-step">
      <h3>
        {stepWords[step]}
        <span className="quiet"> {findings.length} 条</span>
      </h3>
      <ul>
        {findings.map((finding) => (
          <li key={`${finding.id}${finding.path}${finding.message}`} className="findings-item">
            <Link to={stepAddress(id, step, finding.path)} onClick={onGo}>
              <span className={`findings-mark findings-mark-${finding.severity}`}>
                {severityWords[finding.severity]}
              </span>
              {finding.message}
            </Link>
            {finding.source === undefined ? null : (
              <details>
                <summary>为什么</summary>
                <p>依据：{finding.source}</p>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
