import './case-row.css';
import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { Link } from 'react-router';
import type { CaseSummary } from '../../../electron/contract/rpc/case-procedures.ts';
import { stageWords } from '../../parts/stage-words.ts';
import { dayInWords, daysBetween, daysLeft, today } from '../../parts/today.ts';
import { yuan } from '../../parts/typed-money.ts';
import { Highlighted } from './highlighted.tsx';
import type { CaseAction } from './use-case-actions.tsx';

interface CaseRowProps {
  readonly summary: CaseSummary;
  /** What is being looked for, to be marked in the hits. */
  readonly words: string;
  readonly actions: readonly CaseAction[];
  readonly onMerchant: (merchant: string) => void;
}

/** One case as a sheet on the desk: what it is, where it stands, what comes next. */
export function CaseRow({ summary, words, actions, onMerchant }: CaseRowProps) {
  const { id, title, stage, merchant, sum, evidenceItems, hits, isSample, sameMerchant, removedAt } = summary;
  const name = title === '' ? '还没有名称的案件' : title;
  return (
    <li className="case-row">
      <div className="case-row-what">
        <h2>
          {removedAt === undefined ? <Link to={`/case/${id}`}>{name}</Link> : name}
          {isSample ? <span className="case-row-sample">示例</span> : null}
        </h2>
        <p className="case-row-facts">
          <span>{stage === undefined ? '还没有选阶段' : stageWords[stage]}</span>
          {merchant === '' ? null : <span>{merchant}</span>}
          {sum === 0 ? null : <span>{yuan(sum)} 元</span>}
          <span>{evidenceItems === 0 ? '还没有证据' : `证据 ${evidenceItems} 份`}</span>
          {sameMerchant === 0 ? null : (
            <Button type="link" size="small" className="case-row-same" onClick={() => onMerchant(merchant)}>
              同一商家的案件 {sameMerchant + 1} 件
            </Button>
          )}
        </p>
        {hits.length === 0 ? null : (
          <ul className="case-row-hits">
            {hits.map(({ where, text }) => (
              <li key={`${where} ${text}`}>
                <span className="quiet">{where}：</span>
                <Highlighted text={text} words={words} />
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className="case-row-next">
        <NextDeadline deadline={summary.nextDeadline} />
        <Findings {...summary.findings} />
      </div>
      <Dropdown
        trigger={['click']}
        autoFocus
        menu={{
          items: actions.map(({ name: label, isGrave = false }) => ({ key: label, label, danger: isGrave })),
          onClick: ({ key }) => void actions.find((action) => action.name === key)?.act(summary),
        }}
      >
        <Button type="text" icon={<DownOutlined />} iconPlacement="end" aria-label={`更多操作：${name}`}>
          更多
        </Button>
      </Dropdown>
    </li>
  );
}

/** From here on a last day is near enough to be told in another colour. */
const nearDays = 7;

function NextDeadline({ deadline }: { readonly deadline: CaseSummary['nextDeadline'] }) {
  if (deadline === undefined) return <p className="quiet">暂时没有期限</p>;
  const day = today();
  const left = daysBetween(day, deadline.lastDay);
  const urgency = left < 0 ? 'case-row-past' : left <= nearDays ? 'case-row-near' : 'case-row-later';
  return (
    <p>
      <strong className={urgency}>{daysLeft(deadline.lastDay, day)}</strong>
      <br />
      <span className="quiet small">
        {deadline.name}，{dayInWords(deadline.lastDay)}
      </span>
    </p>
  );
}

function Findings({ errors, warnings, hints }: CaseSummary['findings']) {
  if (errors > 0) return <p className="small case-row-errors">{errors} 处需要补充或改正</p>;
  if (warnings > 0) return <p className="small quiet">{warnings} 处请再看一看</p>;
  return <p className="small quiet">{hints > 0 ? `${hints} 条建议` : '没有发现问题'}</p>;
}
