import { ExclamationCircleOutlined, InfoCircleOutlined } from '@ant-design/icons';
import type { StepFinding } from './finding-store.ts';
import { useFindingsAt } from './findings-context.tsx';

const severityWords: Readonly<Record<StepFinding['severity'], string>> = {
  error: '待补',
  warning: '请核对',
  hint: '参考',
};

interface FieldFindingsProps {
  readonly id?: string;
  readonly place: string;
}

/** What the checks say about this field, in short; the reasons stand in 提示. */
export function FieldFindings({ id, place }: FieldFindingsProps) {
  const findings = useFindingsAt(place);
  return (
    <div {...(id === undefined ? {} : { id })}>
      {findings.map((finding) => (
        <p
          key={`${finding.id}${finding.message}`}
          className={`field-finding field-finding-${finding.id === 'fact.missing' ? 'missing' : finding.severity}`}
        >
          {finding.severity === 'hint' ? <InfoCircleOutlined /> : <ExclamationCircleOutlined />}
          <span>
            <span className="only-for-readers">{severityWords[finding.severity]}：</span>
            {shortMessage(finding)}
          </span>
        </p>
      ))}
    </div>
  );
}

/** A blank is a blank: which papers want it is enough beside the field. */
function shortMessage({ id, message }: StepFinding): string {
  if (id !== 'fact.missing') return message;
  const [first = ''] = message.split('。');
  const papers = first.split('；').map((part) => part.split('缺少：')[0]);
  return `还没填，${[...new Set(papers)].join('、')}要用到`;
}
