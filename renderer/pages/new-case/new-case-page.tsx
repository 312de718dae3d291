import './new-case-page.css';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { client } from '../../api.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { Page } from '../../parts/page.tsx';
import { isBlank, useAnswers } from './answers.ts';
import { NextThings } from './next-things.tsx';
import { questions } from './questions.tsx';

const issueQuestion = 3;

/** 新建: one question at a time. The number of the question is in the address, so the browser's own back key works. */
export function NewCasePage() {
  const [params, setParams] = useSearchParams();
  const made = params.get('made');
  if (made !== null) return <NextThings id={made} />;
  const asked = Number(params.get('question') ?? 1);
  const number = Number.isInteger(asked) && asked >= 1 && asked <= questions.length ? asked : 1;
  return <Asking number={number} goTo={(next) => setParams({ question: String(next) })} />;
}

interface AskingProps {
  readonly number: number;
  readonly goTo: (number: number) => void;
}

function Asking({ number, goTo }: AskingProps) {
  const navigate = useNavigate();
  const { answers, change, forget } = useAnswers();
  const [isIssueMissing, setIssueMissing] = useState(false);
  const heading = useFocusOnChange(number);
  const create = useMutation({
    mutationFn: () => client.cases.create(answers),
    onSuccess: ({ id }) => {
      forget();
      return navigate(`/new?made=${id}`, { replace: true });
    },
  });
  const question = questions[number - 1];
  if (question === undefined) return null;
  const isLast = number === questions.length;

  const goOn = () => {
    const needsIssue = answers.issues.length === 0 && (number === issueQuestion || isLast);
    setIssueMissing(needsIssue);
    if (needsIssue) return number === issueQuestion ? undefined : goTo(issueQuestion);
    if (isLast) return create.mutate();
    return goTo(number + 1);
  };

  return (
    <Page title="新建案件" isNarrow lead="几个问题，大约三分钟。除了“出了什么问题”，都可以跳过。">
      <form
        className="new-case sheet"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!create.isPending) goOn();
        }}
      >
        <Steps number={number} />
        <div>
          <h2 ref={heading} tabIndex={-1} className="new-case-question">
            {question.title}
          </h2>
          <p className="quiet">{question.lead}</p>
        </div>
        <question.Fields answers={answers} change={change} />
        {isIssueMissing && number === issueQuestion && answers.issues.length === 0 ? (
          <p className="new-case-missing" role="alert">
            请先选一项最接近实情的；拿不准也没关系，以后可以改。
          </p>
        ) : null}
        {create.isError ? <ErrorNotice error={create.error} /> : null}
        <div className="new-case-ways">
          <div className="row">
            {number === 1 ? null : (
              <Button size="large" onClick={() => goTo(number - 1)}>
                上一题
              </Button>
            )}
          </div>
          <div className="row">
            {isLast || number === issueQuestion ? null : (
              <Button size="large" type="text" onClick={() => goTo(number + 1)}>
                跳过这一题
              </Button>
            )}
            <Button size="large" type="primary" htmlType="submit" loading={create.isPending}>
              {isLast ? (create.isPending ? '正在建立案件' : '建立案件') : '下一题'}
            </Button>
          </div>
        </div>
      </form>
      <p className="new-case-kept quiet small">
        填的内容会留在这个窗口里，刷新也不会丢。
        {isBlank(answers) ? null : (
          <Button
            type="link"
            size="small"
            onClick={() => {
              forget();
              goTo(1);
            }}
          >
            清空重填
          </Button>
        )}
      </p>
    </Page>
  );
}

/** How far one is. */
function Steps({ number }: { readonly number: number }) {
  return (
    <div className="new-case-steps">
      <span>
        第 {number} 题，共 {questions.length} 题
      </span>
      <progress value={number} max={questions.length} aria-label="答题进度" />
    </div>
  );
}

/** The next question is where one reads on; the first is left to the page's title. */
function useFocusOnChange(number: number) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(number);
  useEffect(() => {
    if (before.current === number) return;
    before.current = number;
    heading.current?.focus();
    window.scrollTo({ top: 0 });
  }, [number]);
  return heading;
}
