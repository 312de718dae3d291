import { Link } from 'react-router';
import { FieldFindings } from '../../../draft/field-findings.tsx';
import { FieldTree } from '../../../draft/field-tree.tsx';
import { stepAddress, stepOfField } from '../steps.ts';
import type { Citation } from './citations.ts';
import type { EvidenceEntry } from './evidence-entries.ts';
import { evidenceFields } from './evidence-fields.ts';
import { IntakeRecords } from './intake-records.tsx';
import { ItemFiles } from './item-files.tsx';
import type { StoredFiles } from './use-stored-files.ts';

interface EvidenceDetailsProps {
  readonly caseId: string;
  readonly entry: EvidenceEntry;
  readonly files: StoredFiles;
  readonly citations: readonly Citation[];
  readonly onView: (fileIndex: number) => void;
  readonly onAdd: () => void;
}

/** All there is to say of one item. */
export function EvidenceDetails({ caseId, entry, files, citations, onView, onAdd }: EvidenceDetailsProps) {
  return (
    <div className="evidence-details">
      <FieldFindings place={`evidence[${entry.index}]`} />
      <FieldTree fields={evidenceFields(entry.group)} parent={['evidence', entry.index]} />
      <ItemFiles caseId={caseId} entry={entry} files={files} onView={onView} onAdd={onAdd} />
      <IntakeRecords caseId={caseId} entry={entry} files={files} />
      <section aria-label="引用">
        <h4>在哪里引用了它</h4>
        {citations.length === 0 ? (
          <p className="quiet small">
            还没有被引用。写“经过”“承诺与实际”“诉求”的时候，在“有哪些证据”里选它，看的人就知道该翻到哪里。
          </p>
        ) : (
          <ul className="evidence-citations">
            {citations.map(({ path, words }) => (
              <li key={path}>
                <Link to={stepAddress(caseId, stepOfField(path), path)}>{words}</Link>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}
