import './intake-records.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { IntakeRecord } from '../../../../electron/contract/rpc/evidence-procedures.ts';
import { api } from '../../../api.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { Waiting } from '../../../parts/waiting.tsx';
import type { EvidenceEntry } from './evidence-entries.ts';
import type { StoredFiles } from './use-stored-files.ts';

interface IntakeRecordsProps {
  readonly caseId: string;
  readonly entry: EvidenceEntry;
  readonly files: StoredFiles;
}

/** How the files of an item came in: when, under what name, with what dates. Asked for when somebody wants to know. */
export function IntakeRecords({ caseId, entry, files }: IntakeRecordsProps) {
  const [isOpen, setOpen] = useState(false);
  const originals = entry.files.flatMap(({ path }) => files.byPath.get(path)?.sha256 ?? []);
  const log = useQuery(
    api.evidence.log.queryOptions({ input: { id: caseId, originals }, enabled: isOpen && originals.length > 0 }),
  );
  return (
    <details className="intake-records" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>收录记录</summary>
      {log.isLoading ? <Waiting what="正在读取收录记录" /> : null}
      {log.isError ? <ErrorNotice error={log.error} onRetry={() => void log.refetch()} /> : null}
      {log.data === undefined ? null : (
        <>
          {log.data.broken === undefined ? null : (
            <p role="alert">
              {log.data.broken}
              。这份收录记录被改动过，或者已经损坏，不能再说明文件是怎么收进来的；证据原件不受影响，仍按各自的校验值核对。
            </p>
          )}
          {log.data.records.length === 0 ? (
            <p className="quiet small">没有记录：它是在有收录记录之前收进来的。</p>
          ) : null}
          <ul>
            {log.data.records.map((record) => (
              <li key={`${record.at} ${record.event} ${record.name}`}>
                <Record record={record} />
              </li>
            ))}
          </ul>
          <p className="quiet small">
            文件日期、拍摄时间和设备名都是文件自己带来的，可能设置不准，也可以被人改写；这里只照录，不说明它们属实。收录时间取自这台电脑的时钟。
          </p>
        </>
      )}
    </details>
  );
}

function Record({ record }: { readonly record: IntakeRecord }) {
  const rows = [
    ['原来的文件名', record.name],
    ['怎么来的', record.how],
    ['来自', record.from],
    ['文件修改时间', record.modifiedAt === undefined ? undefined : instantWords(record.modifiedAt)],
    ['文件创建时间', record.createdAt === undefined ? undefined : instantWords(record.createdAt)],
    ['拍摄时间', record.recordedAt],
    ['拍摄设备', record.device],
  ] as const;
  return (
    <>
      <strong>
        {instantWords(record.at)} {eventWords[record.event]}
      </strong>
      <dl className="small">
        {rows.map(([name, value]) =>
          value === undefined ? null : (
            <div key={name} className="intake-record-row">
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </>
  );
}

const eventWords: Readonly<Record<IntakeRecord['event'], string>> = {
  taken: '收录',
  duplicate: '又放进来一次，内容相同，没有再收',
  refused: '没有收录',
  'opened-archive': '解开压缩包',
};

/** To the second, in mainland China as all times. */
function instantWords(instant: string): string {
  return new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long', timeStyle: 'medium' }).format(
    new Date(instant),
  );
}
