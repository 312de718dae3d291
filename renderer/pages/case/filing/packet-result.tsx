import { Button, Select, Tag } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import type { PacketResult as Packet } from '../../../../electron/contract/packet-result.ts';
import type { About } from '../../../../electron/contract/rpc/house-procedures.ts';
import type { JobState } from '../../../../electron/contract/rpc/job-procedures.ts';
import { fileAddress } from '../../../api/file-address.ts';
import { useDraftSelection } from '../../../draft/draft-context.tsx';
import { isObject, listAt } from '../../../draft/draft-values.ts';
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
  // One file for each volume, in the order of the packets.
  const volumes = packets.flatMap((packet) => packet.volumes.map((volume) => ({ packet, volume })));
  const { packet, volume } = volumes[index] ?? {};
  const file = files[index];
  if (packet === undefined || volume === undefined || file === undefined) return null;
  /** Pages are counted over all volumes; a reader counts those of its file. */
  const goTo = (number: number) => {
    const place = volumes.findIndex(
      (one) =>
        one.packet === packet && number >= one.volume.firstPage && number < one.volume.firstPage + one.volume.pages,
    );
    if (place < 0) return;
    setIndex(place);
    setPage({ number: number - (volumes[place]?.volume.firstPage ?? 1) + 1 });
  };
  return (
    <section className="packet-result stack" aria-label="生成的材料">
      <p className="packet-result-head" role="status">
        <strong>做好了，共 {packet.pages} 页。</strong>
        {packet.volumes.length > 1 ? `分成 ${packet.volumes.length} 册，页码连着编，请一起提交。` : ''}
        {packets.length > 1 ? `一共 ${packets.length} 份，每个投诉人一份。` : ''}
      </p>
      {files.length > 1 ? (
        <Select<number>
          aria-label="看哪一份文件"
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
      <UnprintedEvidence caseId={caseId} packet={packet} onPage={goTo} />
      <ExplainedEvidence packet={packet} onPage={goTo} />
      <details className="packet-parts">
        <summary>各部分在第几页</summary>
        <ol>
          {packet.parts.map(({ id, title, firstPage, pages }) => (
            <li key={id}>
              <Button type="link" size="small" onClick={() => goTo(firstPage)}>
                {title}
              </Button>
              <span className="quiet small">
                第 {firstPage} 页{pages > 1 ? `起，共 ${pages} 页` : ''}
              </span>
            </li>
          ))}
        </ol>
      </details>
      {file.sha256 === undefined ? null : <Fingerprint sha256={file.sha256} />}
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

/** Which file it was, for whoever is sent it; what changes a byte of it changes this. */
function Fingerprint({ sha256 }: { readonly sha256: string }) {
  return (
    <details className="packet-parts">
      <summary>这份文件的校验值</summary>
      <p>
        SHA-256：<code>{sha256.match(/.{1,8}/gu)?.join(' ')}</code>
      </p>
      <p className="quiet small">
        记下它，以后可以确认手里的还是这一份；改动一个字节，校验值就不同。收到材料的人可以用 juli verify
        核对材料本身和证据原件，不需要案件数据，也不联网。
      </p>
    </details>
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
  // The number of a piece of evidence is that of its group and place on paper, not its place in the draft.
  const items = useDraftSelection((draft) => listAt(draft, ['evidence']));
  const addressOf = (id: string) => {
    const place = items.findIndex((item) => isObject(item) && item.id === id);
    return stepAddress(caseId, 'evidence', place < 0 ? undefined : `evidence[${place}]`);
  };
  if (unprinted.length === 0) return null;
  return (
    <section className="packet-missing" aria-label="没有照原样印出的证据">
      <h4>有 {unprinted.length} 个证据文件没有照原样印出</h4>
      <ul>
        {unprinted.map(({ id, number, title, path, status, reason, firstPage, pages }) => (
          <li key={`${id}${path}`}>
            <Link to={addressOf(id)}>
              证据{number} {title}
            </Link>
            <Tag>{status === 'placeholder' ? '只印了一页说明' : '印成了图片'}</Tag>
            {reason}。
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

/** What was printed, but not without a word: converted, repaired, or with more in it than paper can show. */
function ExplainedEvidence({ packet, onPage }: Pick<UnprintedEvidenceProps, 'packet' | 'onPage'>) {
  const explained = packet.evidence.flatMap(({ id, number, title, files }) =>
    files.flatMap(({ path, status, reason, firstPage }) =>
      status === 'included' && reason !== undefined ? [{ key: `${id}${path}`, number, title, reason, firstPage }] : [],
    ),
  );
  if (explained.length === 0) return null;
  return (
    <details className="packet-parts">
      <summary>印出说明：{explained.length} 个证据文件转换过、修复过，或者有要留意的地方</summary>
      <ul>
        {explained.map(({ key, number, title, reason, firstPage }) => (
          <li key={key}>
            <Button type="link" size="small" onClick={() => onPage(firstPage)}>
              证据{number} {title}
            </Button>
            <span className="quiet small">{reason}。</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
