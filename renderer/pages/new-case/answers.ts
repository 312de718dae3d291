import { useCallback, useState } from 'react';
import { type NewCaseAnswers, newCaseAnswers } from '../../../electron/contract/rpc/case-procedures.ts';

/** What has been answered so far. Kept by the tab at every keystroke, so that a reload or a wrong key loses nothing. */

const place = 'juli.new-case';

const nothingYet: NewCaseAnswers = {
  claimant: '',
  bought: { name: '', kind: 'card-key', price: '', quantity: 1, platform: '', shop: '', paidOn: '', paidBy: '' },
  issues: [],
  problem: '',
  answers: [],
  asked: [],
};

/** While it is being answered, no issue may be chosen yet. */
const unfinished = newCaseAnswers.extend({ issues: newCaseAnswers.shape.issues.unwrap().array() });

interface Answering {
  readonly answers: NewCaseAnswers;
  readonly change: (changed: Partial<NewCaseAnswers>) => void;
  readonly forget: () => void;
}

export function useAnswers(): Answering {
  const [answers, setAnswers] = useState(readKept);
  const change = useCallback((changed: Partial<NewCaseAnswers>) => {
    setAnswers((before) => {
      const after = { ...before, ...changed };
      sessionStorage.setItem(place, JSON.stringify(after));
      return after;
    });
  }, []);
  const forget = useCallback(() => {
    sessionStorage.removeItem(place);
    setAnswers(nothingYet);
  }, []);
  return { answers, change, forget };
}

function readKept(): NewCaseAnswers {
  try {
    const kept = unfinished.safeParse(JSON.parse(sessionStorage.getItem(place) ?? ''));
    return kept.success ? kept.data : nothingYet;
  } catch {
    return nothingYet;
  }
}

export function isBlank(answers: NewCaseAnswers): boolean {
  return JSON.stringify(answers) === JSON.stringify(nothingYet);
}
