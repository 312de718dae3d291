import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { stages } from '../../../electron/contract/case/case-kinds.ts';
import type { CaseQuery } from '../../../electron/contract/rpc/case-procedures.ts';

export const casesPerPage = 50;

/** Fewer characters would find nearly every case. */
export const fewestCharacters = 2;

const shelves = ['open', 'archived', 'removed'] as const;
const sorts = ['updated', 'deadline', 'sum', 'title'] as const;

/** What is asked of the list. It stands in the address, so that coming back from a case finds the same list. */
export interface CaseFilter {
  readonly text: string;
  readonly stage: CaseQuery['stage'];
  readonly merchant: string | undefined;
  readonly shelf: CaseQuery['shelf'];
  readonly sort: CaseQuery['sort'];
  readonly page: number;
}

export function useCaseFilter(): readonly [CaseFilter, (changed: Partial<CaseFilter>) => void] {
  const [params, setParams] = useSearchParams();
  const filter = useMemo(() => filterOf(params), [params]);
  const change = useCallback(
    (changed: Partial<CaseFilter>) => {
      // Another question starts at its first page.
      setParams((before) => paramsOf({ ...filterOf(before), page: 1, ...changed }), { replace: true });
    },
    [setParams],
  );
  return [filter, change];
}

export function queryOf({ text, stage, merchant, shelf, sort, page }: CaseFilter): CaseQuery {
  const words = text.trim();
  return {
    text: [...words].length < fewestCharacters ? '' : words,
    ...(stage === undefined ? {} : { stage }),
    ...(merchant === undefined ? {} : { merchant }),
    shelf,
    sort,
    offset: (page - 1) * casesPerPage,
    limit: casesPerPage,
  };
}

/** Whether anything but the shelf narrows the list. */
export function isNarrowed({ text, stage, merchant }: CaseFilter): boolean {
  return text.trim() !== '' || stage !== undefined || merchant !== undefined;
}

function filterOf(params: URLSearchParams): CaseFilter {
  const page = Number(params.get('page') ?? 1);
  return {
    text: params.get('text') ?? '',
    stage: stages.find((stage) => stage === params.get('stage')),
    merchant: params.get('merchant') ?? undefined,
    shelf: shelves.find((shelf) => shelf === params.get('shelf')) ?? 'open',
    sort: sorts.find((sort) => sort === params.get('sort')) ?? 'updated',
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

function paramsOf({ text, stage, merchant, shelf, sort, page }: CaseFilter): URLSearchParams {
  const params = new URLSearchParams();
  if (text !== '') params.set('text', text);
  if (stage !== undefined) params.set('stage', stage);
  if (merchant !== undefined) params.set('merchant', merchant);
  if (shelf !== 'open') params.set('shelf', shelf);
  if (sort !== 'updated') params.set('sort', sort);
  if (page !== 1) params.set('page', String(page));
  return params;
}
