import { useQuery } from '@tanstack/react-query';
import { Drawer, Select } from 'antd';
import { useState } from 'react';
import { type PreviewPart, previewParts } from '../../../electron/contract/rpc/paper-procedures.ts';
import { api } from '../../api.ts';
import { useDraftSelection } from '../../draft/draft-context.tsx';
import { PaperPreview } from '../../parts/paper-preview.tsx';
import { paperOfStage } from './stage-paper.ts';
import { partBeside, type QuestionStep } from './steps.ts';
import { useGoToField } from './use-go-to-field.ts';

interface PaperPaneProps {
  readonly id: string;
  readonly step: QuestionStep;
  /** There is room for it beside the questions. */
  readonly isBeside: boolean;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const otherTitles: Readonly<Partial<Record<PreviewPart, string>>> = {
  timeline: '时间线',
  'evidence-list': '证据目录',
  cover: '封面',
};

/** The paper that the questions make, as it would print now. */
export function PaperPane({ id, step, isBeside, isOpen, onClose }: PaperPaneProps) {
  const goToField = useGoToField(id);
  const { data: about } = useQuery(api.house.about.queryOptions());
  const usual = useDraftSelection((draft) => partBeside[step] ?? paperOfStage(draft));
  const [chosen, setChosen] = useState<PreviewPart>();
  const part = chosen ?? usual;

  const goTo = (path: string) => {
    onClose();
    goToField(path);
  };
  const pane = (
    <>
      <div className="paper-pane-head">
        <Select<PreviewPart>
          aria-label="右边看哪一份"
          value={part}
          popupMatchSelectWidth={false}
          options={previewParts.map((value) => ({
            value,
            label: otherTitles[value] ?? about?.papers.find((paper) => paper.id === value)?.title ?? value,
          }))}
          onChange={setChosen}
        />
        <span className="quiet small">跟着您写的内容随时更新</span>
      </div>
      <PaperPreview caseId={id} part={part} onField={goTo} />
    </>
  );
  if (isBeside) {
    return (
      <aside className="paper-pane" aria-label="文书预览">
        {pane}
      </aside>
    );
  }
  return (
    <Drawer title="文书预览" open={isOpen} onClose={onClose} size="large" destroyOnHidden>
      {pane}
    </Drawer>
  );
}
