import { SearchOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Input, type InputRef, Segmented, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { stages } from '../../../electron/contract/case/case-kinds.ts';
import { api } from '../../api.ts';
import { clearMark } from '../../parts/clear-mark.tsx';
import { stageWords } from '../../parts/stage-words.ts';
import { type CaseFilter, fewestCharacters } from './use-case-filter.ts';

interface CaseFiltersProps {
  readonly filter: CaseFilter;
  readonly onChange: (changed: Partial<CaseFilter>) => void;
}

const shelfOptions = [
  { value: 'open', label: '进行中' },
  { value: 'archived', label: '已归档' },
  { value: 'removed', label: '回收站' },
] as const;

const sortOptions = [
  { value: 'updated', label: '最近修改的在前' },
  { value: 'deadline', label: '期限近的在前' },
  { value: 'sum', label: '金额大的在前' },
  { value: 'title', label: '按名称' },
] as const;

const everything = '';

export function CaseFilters({ filter, onChange }: CaseFiltersProps) {
  const { data: merchants = [] } = useQuery(api.cases.merchants.queryOptions());
  const search = useRef<InputRef>(null);
  // Ctrl+K leads here from everywhere, and again when one is here already.
  const { state, key } = useLocation();
  const isSearching: boolean = state?.isSearching === true;
  useEffect(() => {
    if (isSearching && key !== '') search.current?.focus({ cursor: 'all' });
  }, [isSearching, key]);

  const [text, setText] = useTyped(filter.text, (typed) => onChange({ text: typed }));
  const isTooShort = text.trim() !== '' && [...text.trim()].length < fewestCharacters;
  return (
    <search className="case-filters">
      <div className="case-filters-search">
        <Input
          ref={search}
          type="search"
          size="large"
          allowClear={clearMark}
          prefix={<SearchOutlined />}
          aria-label="查找案件"
          aria-describedby="case-filters-hint"
          placeholder="查找姓名、商家、订单号、证据名称……"
          maxLength={200}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <span id="case-filters-hint" className={isTooShort ? 'quiet small' : 'only-for-readers'}>
          至少输入两个字
        </span>
      </div>
      <div className="row">
        <Segmented
          aria-label="案件放在哪里"
          options={[...shelfOptions]}
          value={filter.shelf}
          onChange={(shelf) => onChange({ shelf })}
        />
        <Select
          className="case-filters-choice"
          aria-label="阶段"
          value={filter.stage ?? everything}
          options={[
            { value: everything, label: '所有阶段' },
            ...stages.map((stage) => ({ value: stage, label: stageWords[stage] })),
          ]}
          onChange={(value) => onChange({ stage: stages.find((stage) => stage === value) })}
        />
        {merchants.length < 2 ? null : (
          <Select
            className="case-filters-choice"
            aria-label="商家"
            showSearch={{ optionFilterProp: 'label' }}
            value={filter.merchant ?? everything}
            options={[
              { value: everything, label: '所有商家' },
              ...merchants.map(({ name, cases }) => ({ value: name, label: `${name}（${cases} 件）` })),
            ]}
            onChange={(value) => onChange({ merchant: value === everything ? undefined : value })}
          />
        )}
        <Select
          className="case-filters-choice"
          aria-label="排序"
          value={filter.sort}
          options={[...sortOptions]}
          onChange={(sort) => onChange({ sort })}
        />
      </div>
    </search>
  );
}

/** The address follows what is typed a moment later; the box must not wait for it, or letters would be lost. */
function useTyped(asked: string, ask: (typed: string) => void): readonly [string, (typed: string) => void] {
  const [typed, setTyped] = useState(asked);
  const waiting = useRef<string[]>([]);
  useEffect(() => {
    const at = waiting.current.indexOf(asked);
    // Unless it is an echo of what was typed, it was changed elsewhere: 显示全部, a way back.
    if (at < 0) setTyped(asked);
    waiting.current = at < 0 ? [] : waiting.current.slice(at + 1);
  }, [asked]);
  const type = (text: string) => {
    waiting.current.push(text);
    setTyped(text);
    ask(text);
  };
  return [typed, type];
}
