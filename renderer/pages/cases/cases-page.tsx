import './cases-page.css';
import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useDeferredValue } from 'react';
import { useNavigate } from 'react-router';
import type { CaseSummary } from '../../../electron/contract/rpc/case-procedures.ts';
import { api } from '../../api.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { CaseFilters } from './case-filters.tsx';
import { CaseRow } from './case-row.tsx';
import { OpenSampleButton, useFirstSample } from './first-sample.tsx';
import { DropZone, ImportButton, useImport } from './import-cases.tsx';
import { useCaseActions } from './use-case-actions.tsx';
import { type CaseFilter, casesPerPage, isNarrowed, queryOf, useCaseFilter } from './use-case-filter.ts';

/** 案件: everything one is working on. */
export function CasesPage() {
  const navigate = useNavigate();
  const [filter, change] = useCaseFilter();
  const asked = useDeferredValue(filter);
  const list = useQuery(api.cases.list.queryOptions({ input: queryOf(asked), placeholderData: keepPreviousData }));
  const actions = useCaseActions(filter.shelf);
  const imports = useImport();
  const isWhole = !isNarrowed(filter) && filter.shelf === 'open';
  const isPreparing = useFirstSample(isWhole && list.data?.total === 0);
  const { cases = [], total = 0 } = list.data ?? {};
  const hasOnlySamples = isWhole && cases.length > 0 && cases.every(({ isSample }) => isSample);

  return (
    <Page
      title="案件"
      actions={
        <>
          <ImportButton onChosen={imports.take} />
          <Button type="primary" size="large" icon={<PlusOutlined />} onClick={() => void navigate('/new')}>
            新建案件
          </Button>
        </>
      }
    >
      <DropZone onChosen={imports.take}>
        {imports.report}
        {hasOnlySamples ? <Welcome sample={cases[0]} /> : null}
        {total === 0 && isWhole ? null : <CaseFilters filter={filter} onChange={change} />}
        {list.isError ? <ErrorNotice error={list.error} onRetry={() => void list.refetch()} /> : null}
        {list.isPending || isPreparing ? <Waiting what={isPreparing ? '正在准备示例' : '正在打开案件'} /> : null}
        {list.isSuccess && total === 0 && !isPreparing ? <NoCases filter={filter} onChange={change} /> : null}
        {total === 0 ? null : (
          <>
            <Count filter={filter} total={total} onChange={change} />
            <ul className="case-list">
              {cases.map((summary) => (
                <CaseRow
                  key={summary.id}
                  summary={summary}
                  words={asked.text}
                  actions={actions}
                  onMerchant={(merchant) => change({ merchant, text: '' })}
                />
              ))}
            </ul>
            <Pages filter={filter} total={total} onChange={change} />
          </>
        )}
      </DropZone>
    </Page>
  );
}

/** For a newcomer: the finished example above everything else. */
function Welcome({ sample }: { readonly sample: CaseSummary | undefined }) {
  const navigate = useNavigate();
  return (
    <div className="cases-welcome">
      <div>
        <h2>第一次用？先看一件做好的</h2>
        <p>
          下面这件示例已经填好：事情的经过、证据、要提交的文书都在里面，可以随便改、随便试。看明白了，再新建自己的案件。
        </p>
      </div>
      <Button
        size="large"
        onClick={() => {
          if (sample !== undefined) void navigate(`/case/${sample.id}/papers`);
        }}
      >
        打开示例，看做好的文书
      </Button>
    </div>
  );
}

interface ListProps {
  readonly filter: CaseFilter;
  readonly onChange: (changed: Partial<CaseFilter>) => void;
}

interface CountedProps extends ListProps {
  readonly total: number;
}

function Count({ filter, total, onChange }: CountedProps) {
  return (
    <div className="cases-count">
      <span role="status">
        {filter.merchant === undefined ? '' : `与“${filter.merchant}”有关，`}
        {isNarrowed(filter) ? `找到 ${total.toLocaleString('zh-CN')} 件` : `共 ${total.toLocaleString('zh-CN')} 件`}
      </span>
      {isNarrowed(filter) ? (
        <Button size="small" icon={<CloseOutlined />} onClick={() => onChange(everyCase)}>
          显示全部
        </Button>
      ) : null}
    </div>
  );
}

const everyCase = { text: '', stage: undefined, merchant: undefined };

function Pages({ filter: { page }, total, onChange }: CountedProps) {
  const pages = Math.ceil(total / casesPerPage);
  if (pages < 2) return null;
  const turnTo = (next: number) => {
    onChange({ page: next });
    window.scrollTo({ top: 0 });
  };
  return (
    <nav className="row" aria-label="翻页">
      <Button disabled={page <= 1} onClick={() => turnTo(page - 1)}>
        上一页
      </Button>
      <span>
        第 {page} 页，共 {pages} 页
      </span>
      <Button disabled={page >= pages} onClick={() => turnTo(page + 1)}>
        下一页
      </Button>
    </nav>
  );
}

/** With nothing left on the desk, what was put away must still be found. */
function OtherShelves({ onChange }: Pick<ListProps, 'onChange'>) {
  const archived = useQuery(api.cases.list.queryOptions({ input: { shelf: 'archived' } }));
  const removed = useQuery(api.cases.list.queryOptions({ input: { shelf: 'removed' } }));
  return (
    <>
      {archived.data === undefined || archived.data.total === 0 ? null : (
        <Button size="large" onClick={() => onChange({ shelf: 'archived' })}>
          看已归档的 {archived.data.total} 件
        </Button>
      )}
      {removed.data === undefined || removed.data.total === 0 ? null : (
        <Button size="large" onClick={() => onChange({ shelf: 'removed' })}>
          看回收站里的 {removed.data.total} 件
        </Button>
      )}
    </>
  );
}

function NoCases({ filter, onChange }: ListProps) {
  const navigate = useNavigate();
  if (isNarrowed(filter)) {
    return (
      <EmptyState title="没有找到" actions={<Button onClick={() => onChange(everyCase)}>显示全部案件</Button>}>
        换几个字试试，例如商家名称里的两个字，或者订单号的后几位。
      </EmptyState>
    );
  }
  if (filter.shelf !== 'open') {
    const isBin = filter.shelf === 'removed';
    return (
      <EmptyState
        title={isBin ? '回收站是空的' : '还没有归档的案件'}
        actions={<Button onClick={() => onChange({ shelf: 'open' })}>看进行中的案件</Button>}
      >
        {isBin ? '删除的案件会先放在这里，随时可以放回。' : '事情办完了的案件可以归档：不占地方，随时能找回来。'}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="从这里开始"
      actions={
        <>
          <Button type="primary" size="large" onClick={() => void navigate('/new')}>
            新建案件
          </Button>
          <OpenSampleButton />
          <OtherShelves onChange={onChange} />
        </>
      }
    >
      <p>买的卡密、点券、会员用不了，商家又不退？回答几个问题，放进截图，据理帮您把材料整理成可以提交的样子。</p>
      <p>所有内容只保存在这台电脑上。</p>
    </EmptyState>
  );
}
