import './step-list.css';
import { CheckCircleFilled } from '@ant-design/icons';
import { Link } from 'react-router';
import { type CaseStep, caseSteps } from '../../../electron/contract/rpc/case-procedures.ts';
import { useDraftSelection } from '../../draft/draft-context.tsx';
import { isBlank } from '../../draft/draft-values.ts';
import type { StepFinding } from '../../draft/finding-store.ts';
import { useAllFindings, useIsChecked } from '../../draft/findings-context.tsx';
import { shortCount } from '../../parts/short-count.ts';
import { stepWords } from '../../parts/stage-words.ts';
import { stepAddress } from './steps.ts';

/** Where a step has something in it; a step without such places is never 已齐. */
const filledPlaces: Readonly<Partial<Record<CaseStep, readonly string[]>>> = {
  parties: ['claimants', 'respondents'],
  orders: ['orders', 'keys'],
  promises: ['promises'],
  events: ['events', 'filings', 'statements'],
  evidence: ['evidence'],
  claims: ['claims'],
};

interface StepListProps {
  readonly id: string;
  readonly step: CaseStep;
}

/** The steps at the side, each with what is still missing. */
export function StepList({ id, step: current }: StepListProps) {
  const findings = useAllFindings();
  const isChecked = useIsChecked();
  return (
    <nav className="step-list" aria-label="案件的步骤">
      <ol>
        {caseSteps.map((step, index) => (
          <li key={step}>
            <Link
              to={stepAddress(id, step)}
              className="step-list-step"
              {...(step === current ? { 'aria-current': 'step' as const } : {})}
            >
              <span className="step-list-name">
                {index + 1}. {stepWords[step]}
              </span>
              {isChecked ? (
                <StepStanding step={step} found={findings.filter((finding) => finding.step === step)} />
              ) : null}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface StepStandingProps {
  readonly step: CaseStep;
  readonly found: readonly StepFinding[];
}

function StepStanding({ step, found }: StepStandingProps) {
  const isFilled = useDraftSelection((draft) => filledPlaces[step]?.some((name) => !isBlank(draft[name])));
  const errors = found.filter(({ severity }) => severity === 'error').length;
  const warnings = found.filter(({ severity }) => severity === 'warning').length;
  if (errors > 0) return <span className="step-list-missing">还缺 {shortCount(errors)} 项</span>;
  if (warnings > 0) return <span className="step-list-doubt">{shortCount(warnings)} 处请核对</span>;
  if (isFilled === undefined) return null;
  if (!isFilled) return <span className="step-list-empty">还没写</span>;
  return (
    <span className="step-list-done">
      <CheckCircleFilled /> 已齐
    </span>
  );
}
