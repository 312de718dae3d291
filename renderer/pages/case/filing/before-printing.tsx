import { Link } from 'react-router';
import { useAllFindings, useIsChecked } from '../../../draft/findings-context.tsx';
import { stepAddress } from '../steps.ts';

const shownAtOnce = 5;

/** What is still missing for the chosen papers. Nobody is stopped: a draft prints with visible blanks. */
export function BeforePrinting({ caseId }: { readonly caseId: string }) {
  const isChecked = useIsChecked();
  const findings = useAllFindings();
  const errors = findings.filter(({ severity }) => severity === 'error');
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  if (!isChecked) return null;
  const list = [...errors, ...warnings];
  if (list.length === 0) {
    return <p className="packet-ready">没有发现缺的内容。提交前请自己再看一遍，以您写的事实为准。</p>;
  }
  const entry = ({ id, path, message, step, severity }: (typeof list)[number]) => (
    <li key={`${id}${path}${message}`}>
      <Link to={stepAddress(caseId, step, path)}>{message}</Link>
      {severity === 'error' ? null : <span className="quiet small">（请核对）</span>}
    </li>
  );
  return (
    <section
      className={errors.length > 0 ? 'packet-missing packet-missing-much' : 'packet-missing'}
      aria-label="生成前先看"
    >
      <h4>{errors.length > 0 ? `还有 ${errors.length} 处没写好` : `有 ${warnings.length} 处请核对`}</h4>
      {errors.length > 0 ? <p>现在也能生成一份草稿，缺的地方会印成〔待填写〕。真正要交的那一份，请先补上：</p> : null}
      <ul>{list.slice(0, shownAtOnce).map(entry)}</ul>
      {list.length > shownAtOnce ? (
        <details>
          <summary>还有 {list.length - shownAtOnce} 处</summary>
          <ul>{list.slice(shownAtOnce).map(entry)}</ul>
        </details>
      ) : null}
    </section>
  );
}
