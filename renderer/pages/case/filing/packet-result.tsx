import { Button, Select, Tag } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import type { PacketResult as Packet } from '../../../../electron/contract/packet-result.ts';
import type { About } from '../../../../electron/contract/rpc/house-procedures.ts';
import type { JobState } from '../../../../electron/contract/rpc/job-procedures.ts';
import { fileAddress } from '../../../api/file-address.ts';
import { Waiting } from '../../../parts/waiting.tsx';
import { stepAddress } from '../steps.ts';
import { PacketFile } from './packet-file.tsx';

const PdfReader = lazy(async () => ({ default: (await import('./pdf-reader.tsx')).PdfReader }));

interface PacketResultProps {
  readonly caseId: string;
  readonly job: JobState;
  readonly can: About['can'];
}

/** The finished packet: how long it is, what needs a second look, and the PDF itself. */
export function PacketResult({ caseId, job, can }: PacketResultProps) {
  const [index, setIndex] = useState(0);
  const [page, setPage] = useState({ number: 1 });
  if (job.result?.kind !== 'packets') return null;
  const { packets, files } = job.result;
  const packet = packets[index];
  const file = files[index];
  if (packet === undefined || file === undefined) return null;
  return (
    <section className="packet-result stack" aria-label="生成的材料">
      <p className="packet-result-head" role="status">
        <strong>做好了，共 {packet.pages} 页。</strong>
        {packets.length > 1 ? `一共 ${packets.length} 份，每个投诉人一份。` : ''}
      </p>
      {packets.length > 1 ? (
        <Select<number>
          aria-label="看哪一份"
          value={index}
          options={files.map(({ name }, value) => ({ value, label: name }))}
          onChange={(next) => {
            setIndex(next);
            setPage({ number: 1 });
          }}
        />
      ) : null}
      <PacketFile job={job.id} index={index} name={file.name} can={can} />
      <AuditFindings packet={packet} />
      <UnprintedEvidence caseId={caseId} packet={packet} onPage={(number) => setPage({ number })} />
      <details className="packet-parts">
        <summary>各部分在第几页</summary>
        <ol>
          {packet.parts.map(({ id, title, firstPage, pages }) => (
            <li key={id}>
              <Button type="link" size="small" onClick={() => setPage({ number: firstPage })}>
                {title}
              </Button>
              <span className="quiet small">
                第 {firstPage} 页{pages > 1 ? `起，共 ${pages} 页` : ''}
              </span>
            </li>
          ))}
        </ol>
      </details>
      <Suspense fallback={<Waiting what="正在打开材料" />}>
        <PdfReader
          key={file.name}
          address={fileAddress('results', job.id, index, file.name)}
          title={file.name}
          wanted={page}
        />
      </Suspense>
    </section>
  );
}

/** The printed figures are read back and traced; what does not trace must not be filed. */
function AuditFindings({ packet: { findings } }: { readonly packet: Packet }) {
  const audited = findings.filter(({ id }) => id.startsWith('audit.'));
  if (audited.length === 0) {
    return (
      <p className="quiet small">
        成品里的金额、日期、编号和法律条文已经逐个读回核对，都能对上您填的内容、证据或者法律条文。填得对不对，仍请您自己看一遍。
      </p>
    );
  }
  return (
    <section className="packet-missing packet-missing-much" role="alert" aria-label="成品核对">
      <h4>读回核对时发现 {audited.length} 处不对</h4>
      <ul>
        {audited.map(({ id, message }) => (
          <li key={`${id}${message}`}>{message}</li>
        ))}
      </ul>
    </section>
  );
}

interface UnprintedEvidenceProps {
  readonly caseId: string;
  readonly packet: Packet;
  readonly onPage: (page: number) => void;
}

/** Evidence that could not be printed as it is; a page with its name stands for it. */
function UnprintedEvidence({ caseId, packet, onPage }: UnprintedEvidenceProps) {
  const unprinted = packet.evidence.flatMap(({ id, number, title, files }) =>
    files.flatMap((file) => (file.status === 'included' ? [] : [{ id, number, title, ...file }])),
  );
  if (unprinted.length === 0) return null;
  return (
    <section className="packet-missing" aria-label="没有照原样印出的证据">
      <h4>有 {unprinted.length} 个证据文件没有照原样印出</h4>
      <ul>
        {unprinted.map(({ id, number, title, path, status, reason, firstPage, pages }) => (
          <li key={`${id}${path}`}>
            <Link to={stepAddress(caseId, 'evidence', `evidence[${number - 1}]`)}>
              证据{number} {title}
            </Link>
            <Tag>{status === 'placeholder' ? '只印了一页说明' : '印成了图片'}</Tag>
            {reason}
            {pages > 0 ? (
              <Button type="link" size="small" onClick={() => onPage(firstPage)}>
                看第 {firstPage} 页
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
