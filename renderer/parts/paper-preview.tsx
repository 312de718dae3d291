import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { PreviewPart } from '../../electron/contract/rpc/paper-procedures.ts';
import { api } from '../api.ts';
import { ErrorNotice } from './error-notice.tsx';
import { PaperSheet } from './paper-sheet.tsx';
import { Waiting } from './waiting.tsx';

interface PaperPreviewProps {
  readonly caseId: string;
  readonly part: PreviewPart;
  /** A blank was clicked: the path of the field that fills it. */
  readonly onField?: ((path: string) => void) | undefined;
  readonly chosenAt?: string | undefined;
  /** A paragraph was chosen to be edited by hand. */
  readonly onParagraph?: ((at: string) => void) | undefined;
}

/** One part of a case as it would print now. It is made anew whenever the case was saved (see api/store-events.tsx). */
export function PaperPreview({ caseId, part, onField, chosenAt, onParagraph }: PaperPreviewProps) {
  const preview = usePreview(caseId, part);
  if (preview.isError) return <ErrorNotice error={preview.error} onRetry={() => void preview.refetch()} />;
  if (preview.data === undefined) return <Waiting what="正在排好这一份" />;
  const { title, html, missing } = preview.data;
  const pathOf = (label: string) => missing.find((fact) => fact.label === label)?.path;
  return (
    <PaperSheet
      title={`${title}的预览`}
      html={html}
      chosenAt={chosenAt}
      onParagraph={onParagraph}
      onBlank={
        onField === undefined
          ? undefined
          : (label) => {
              const path = pathOf(label);
              if (path !== undefined) onField(path);
            }
      }
    />
  );
}

/** The preview with what belongs to it; while another part is being made, the one before stays. */
export function usePreview(caseId: string, part: PreviewPart) {
  return useQuery({
    ...api.papers.preview.queryOptions({ input: { id: caseId, part } }),
    placeholderData: keepPreviousData,
  });
}
