import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import type { CaseStep } from '../../../electron/contract/rpc/case-procedures.ts';
import { api } from '../../api.ts';
import { Page } from '../../parts/page.tsx';

interface NextThing {
  readonly what: string;
  readonly how: string;
  readonly step: CaseStep;
  readonly go: string;
}

/** The case is made: the three things to do next, and where. */
export function NextThings({ id }: { readonly id: string }) {
  const navigate = useNavigate();
  const { data: check } = useQuery(api.cases.check.queryOptions({ input: { id } }));
  const { data: advice } = useQuery(api.papers.advice.queryOptions({ input: { id } }));
  const { data: checklist } = useQuery(api.evidence.checklist.queryOptions({ input: { id } }));

  const wanted = checklist?.filter(({ need, isGroupPresent }) => need === 'required' && !isGroupPresent).length ?? 0;
  const errors = check?.findings.filter(({ severity }) => severity === 'error') ?? [];
  const papers = advice?.papers.filter(({ use }) => use === 'now').map(({ title }) => `《${title}》`) ?? [];
  const things: readonly NextThing[] = [
    {
      what: '放进截图和账单',
      how:
        wanted === 0
          ? '订单、付款、聊天记录，先放几张最要紧的。'
          : `按您遇到的问题，列了一张清单，其中 ${wanted} 样请尽量找齐。`,
      step: 'evidence',
      go: '去放证据',
    },
    {
      what: '补上还缺的内容',
      how:
        errors.length === 0
          ? '看一遍当事人、订单和经过，对不对、全不全。'
          : `还有 ${errors.length} 处要补，每一处都写着填在哪里。`,
      step: errors[0]?.step ?? 'parties',
      go: '去补内容',
    },
    {
      what: '看一看文书，打印或者上传',
      how:
        papers.length === 0
          ? '文书会跟着内容自动写好，可以随时看。'
          : `现在该用的是${papers.join('、')}，已经写好草稿。`,
      step: 'papers',
      go: '去看文书',
    },
  ];
  return (
    <Page title="案件建好了" isNarrow lead="接下来要做的三件事。不用一次做完，改动会自动保存。">
      <div className="stack">
        <ol className="next-things">
          {things.map(({ what, how, step, go }, index) => (
            <li key={step + go} className="next-thing sheet">
              <div>
                <h2>{what}</h2>
                <p className="quiet">{how}</p>
              </div>
              <Button
                size="large"
                {...(index === 0 ? { type: 'primary' as const } : {})}
                onClick={() => void navigate(`/case/${id}/${step}`)}
              >
                {go}
              </Button>
            </li>
          ))}
        </ol>
        <p>
          <Link to={`/case/${id}`}>先看看整个案件</Link>
        </p>
      </div>
    </Page>
  );
}
