import { ArrowRightOutlined, DownOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useId, useRef } from 'react';
import { useNavigate } from 'react-router';
import { caseSteps } from '../../../electron/contract/rpc/case-procedures.ts';
import { useDraftSession } from '../../draft/draft-context.tsx';
import { isBlank, valueAt } from '../../draft/draft-values.ts';
import { useFoldAround } from '../../draft/field-focus.tsx';
import type { Section } from '../../draft/field-spec.ts';
import { FieldTree } from '../../draft/field-tree.tsx';
import { pathBelow } from '../../draft/fields/field-props.ts';
import { pathText } from '../../draft/path-text.ts';
import { stepWords } from '../../parts/stage-words.ts';
import { type QuestionStep, sectionsOf, stepAddress } from './steps.ts';

interface QuestionsStepProps {
  readonly id: string;
  readonly step: QuestionStep;
}

export function QuestionsStep({ id, step }: QuestionsStepProps) {
  const navigate = useNavigate();
  const heading = useRef<HTMLHeadingElement>(null);
  const next = caseSteps[caseSteps.indexOf(step) + 1];
  // Coming here by the list of steps, a reader hears where one is; a field that was asked for takes the focus itself.
  useEffect(() => {
    window.scrollTo({ top: 0 });
    if (document.activeElement?.closest('.step-list') == null) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className="questions">
      <h2 className="questions-title" tabIndex={-1} ref={heading}>
        {stepWords[step]}
      </h2>
      {sectionsOf[step].map((section) => (
        <QuestionSection key={section.id} section={section} />
      ))}
      {next === undefined ? null : (
        <div className="questions-next">
          <Button type="primary" onClick={() => void navigate(stepAddress(id, next))}>
            下一步：{stepWords[next]} <ArrowRightOutlined />
          </Button>
          <span className="quiet">没写完也可以先往下走，随时能回来改。</span>
        </div>
      )}
    </div>
  );
}

function QuestionSection({ section }: { readonly section: Section }) {
  const session = useDraftSession();
  const id = useId();
  const places = section.fields.map(({ at }) => pathText(pathBelow([], at)));
  const isFilled = section.fields.some(({ at }) => !isBlank(valueAt(session.state().draft, pathBelow([], at))));
  const isFolded = section.isFolded === true;
  const [isOpen, setOpen] = useFoldAround(places, !isFolded || isFilled);
  return (
    <section className="questions-section" aria-labelledby={id}>
      <h3 id={id} className="questions-heading">
        {isFolded ? (
          <button type="button" className="questions-fold" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? <DownOutlined /> : <RightOutlined />} {section.title}
          </button>
        ) : (
          section.title
        )}
      </h3>
      {section.lead === undefined ? null : <p className="quiet">{section.lead}</p>}
      {isOpen ? <FieldTree fields={section.fields} parent={[]} /> : null}
    </section>
  );
}
