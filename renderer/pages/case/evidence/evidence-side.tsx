import { Segmented } from 'antd';
import { ChecklistPanel } from './checklist-panel.tsx';
import type { Citation } from './citations.ts';
import { EvidenceDetails } from './evidence-details.tsx';
import type { EvidenceEntry, EvidenceGroup } from './evidence-entries.ts';
import type { StoredFiles } from './use-stored-files.ts';
import type { ViewerPlace } from './viewer.tsx';

export type SideView = 'checklist' | 'details' | 'closed';

interface EvidenceSideProps {
  readonly caseId: string;
  readonly view: SideView;
  readonly onView: (view: SideView) => void;
  readonly current: EvidenceEntry | undefined;
  readonly entries: readonly EvidenceEntry[];
  readonly files: StoredFiles;
  readonly citations: readonly Citation[];
  readonly onChoose: (group: EvidenceGroup) => void;
  /** Further files for the item with this id. */
  readonly onAdd: (item: string) => void;
  readonly onOpen: (place: ViewerPlace) => void;
}

/** Beside the cards: what to collect, or all about the card one is at. */
export function EvidenceSide({ view, onView, current, ...rest }: EvidenceSideProps) {
  return (
    <div className="evidence-side-panel">
      <Segmented<SideView>
        block
        aria-label="旁边看什么"
        value={view}
        options={[
          { value: 'checklist', label: '该收集什么' },
          {
            value: 'details',
            label: current === undefined ? '详细填写' : `证据${current.number}`,
            disabled: current === undefined,
          },
        ]}
        onChange={onView}
      />
      {view === 'details' && current !== undefined ? (
        <EvidenceDetails
          key={current.key}
          caseId={rest.caseId}
          entry={current}
          files={rest.files}
          citations={rest.citations}
          onView={(file) => rest.onOpen({ key: current.key, file })}
          onAdd={() => rest.onAdd(current.id)}
        />
      ) : null}
      {view === 'checklist' ? (
        <ChecklistPanel caseId={rest.caseId} entries={rest.entries} onChoose={rest.onChoose} />
      ) : null}
    </div>
  );
}
