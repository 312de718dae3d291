import './result-files.css';
import { DownloadOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import type { About } from '../../electron/contract/rpc/house-procedures.ts';
import type { JobState } from '../../electron/contract/rpc/job-procedures.ts';
import { fileAddress } from '../api/file-address.ts';
import { shownErrorOf } from '../api/shown-error.ts';
import { client } from '../api.ts';
import { saveAddress } from './save-text.ts';

interface ResultFilesProps {
  readonly job: JobState;
  readonly can: About['can'];
}

/** What a job has made: kept with the host's own dialog, or as a download of the browser; opened and shown where it lies. */
export function ResultFiles({ job, can }: ResultFilesProps) {
  const { message } = App.useApp();
  const files = job.result !== undefined && 'files' in job.result ? job.result.files : [];
  const handOver = async (index: number, to: 'save-as' | 'open' | 'reveal') => {
    try {
      await client.house.handOver({ job: job.id, index, to });
    } catch (error) {
      void message.error(shownErrorOf(error).text);
    }
  };
  return (
    <ul className="result-files">
      {files.map(({ name, size }, index) => (
        <li key={name} className="row">
          <strong>{name}</strong>
          <span className="quiet">{sizeInWords(size)}</span>
          <Button
            icon={<DownloadOutlined />}
            aria-label={`保存${name}`}
            onClick={() => {
              if (can.saveAs) void handOver(index, 'save-as');
              else saveAddress(fileAddress('results', job.id, index, name), name);
            }}
          >
            保存
          </Button>
          {can.open ? (
            <Button aria-label={`打开${name}`} onClick={() => void handOver(index, 'open')}>
              打开
            </Button>
          ) : null}
          {can.reveal ? (
            <Button aria-label={`在文件夹中显示${name}`} onClick={() => void handOver(index, 'reveal')}>
              在文件夹中显示
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** 1.5 MB. */
function sizeInWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 ** 2) return `${Math.round(bytes / 1024)} KB`;
  if (bytes < 1024 ** 3) return `${(bytes / 1024 ** 2).toFixed(1)} MB`;
  return `${(bytes / 1024 ** 3).toFixed(2)} GB`;
}
