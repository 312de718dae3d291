import './import-cases.css';
import { ImportOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { Link } from 'react-router';
import { admitFiles } from '../../api/admit-files.ts';
import type { ChosenFile } from '../../api/chosen-file.ts';
import { droppedFiles, pickedFiles } from '../../api/dropped-files.ts';
import { useJob } from '../../api/use-job.ts';
import { useRunningJob } from '../../api/use-running-job.ts';
import { client } from '../../api.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { JobProgress } from '../../parts/job-progress.tsx';
import { LeftOut } from '../../parts/left-out.tsx';

interface Import {
  readonly take: (chosen: readonly ChosenFile[]) => void;
  /** What is going on, or what came of it. */
  readonly report: ReactNode;
}

/** Takes in `.juli` files and case folders; goes on when the window is loaded again in the middle. */
export function useImport(): Import {
  const [startedJob, setJob] = useState<string>();
  const [admitted, setAdmitted] = useState<string>();
  const [error, setError] = useState<unknown>();
  const running = useRunningJob('import');
  const job = useJob(startedJob ?? running);

  async function take(chosen: readonly ChosenFile[]): Promise<void> {
    if (chosen.length === 0) return;
    setError(undefined);
    setAdmitted('正在读取文件');
    try {
      const onProgress = (done: number, total: number) => setAdmitted(`正在读取文件（${done}/${total}）`);
      const tickets = await admitFiles(chosen, { onProgress });
      setJob((await client.cases.import({ tickets })).job);
    } catch (cause) {
      setError(cause);
    } finally {
      setAdmitted(undefined);
    }
  }

  const { cases = [], problems } = job?.result?.kind === 'imported' ? job.result : {};
  const report = (
    <>
      {admitted === undefined ? null : <p role="status">{admitted}</p>}
      {error === undefined ? null : <ErrorNotice error={error} />}
      <JobProgress job={job} />
      {cases.length === 0 ? null : (
        <div className="sheet" role="status">
          已导入 {cases.length} 件：
          {cases.map(({ id, title }) => (
            <Link key={id} to={`/case/${id}`} className="import-cases-made">
              {title}
            </Link>
          ))}
          <LeftOut files={problems} />
        </div>
      )}
    </>
  );
  return { take: (chosen) => void take(chosen), report };
}

interface ImportButtonProps {
  readonly onChosen: (chosen: readonly ChosenFile[]) => void;
}

export function ImportButton({ onChosen }: ImportButtonProps) {
  const file = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement | null>(null);
  const chosen = (input: HTMLInputElement) => {
    onChosen(pickedFiles(input.files));
    // So that the same file can be chosen again.
    input.value = '';
  };
  return (
    <>
      <Dropdown
        trigger={['click']}
        autoFocus
        menu={{
          items: [
            { key: 'file', label: '导入 .juli 文件' },
            { key: 'folder', label: '导入案件文件夹' },
          ],
          onClick: ({ key }) => (key === 'file' ? file : folder).current?.click(),
        }}
      >
        <Button size="large" icon={<ImportOutlined />}>
          导入
        </Button>
      </Dropdown>
      <input
        ref={file}
        type="file"
        hidden
        multiple
        accept=".juli"
        aria-label="要导入的 .juli 文件"
        onChange={({ target }) => chosen(target)}
      />
      <input
        ref={(input) => {
          folder.current = input;
          if (input !== null) input.webkitdirectory = true;
        }}
        type="file"
        hidden
        aria-label="要导入的案件文件夹"
        onChange={({ target }) => chosen(target)}
      />
    </>
  );
}

interface DropZoneProps extends ImportButtonProps {
  readonly children: ReactNode;
}

/** The whole page takes what falls on it. */
export function DropZone({ onChosen, children }: DropZoneProps) {
  const [isOver, setOver] = useState(false);
  return (
    // The button does the same for the keyboard.
    <section
      aria-label="案件列表"
      className={isOver ? 'import-zone import-zone-over' : 'import-zone'}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void droppedFiles(event.dataTransfer).then(onChosen);
      }}
    >
      {children}
      {isOver ? <p className="import-zone-words">松开，把案件导入进来（.juli 文件或者案件文件夹）</p> : null}
    </section>
  );
}
