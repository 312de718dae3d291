import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useRef } from 'react';
import type { KeptTimestamp } from '../../../../electron/contract/rpc/timestamp-procedures.ts';
import type { TimestampCheck, TimestampResult } from '../../../../electron/contract/timestamp-result.ts';
import { admitFiles } from '../../../api/admit-files.ts';
import type { ChosenFile } from '../../../api/chosen-file.ts';
import { pickedFiles } from '../../../api/dropped-files.ts';
import { client } from '../../../api.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { saveBytes, saveText } from '../../../parts/save-text.ts';
import { dayInWords, today } from '../../../parts/today.ts';

interface TimestampEntryProps {
  readonly caseId: string;
  readonly kept: KeptTimestamp;
  readonly onChange: () => Promise<unknown>;
}

const outcomeWords = { passed: '通过', failed: '不通过', unchecked: '没有核对' } as const;

const removal = {
  title: '删除这个申请和它的回执？',
  content: '已经收到的时间戳会从这台电脑上删除，这一步不能撤销。要留用的，请先保存清单、申请和回执。',
  okText: '删除',
  okButtonProps: { danger: true },
  cancelText: '留着',
  focusable: { autoFocusButton: 'cancel' },
} as const;

/** One request: what to send, what to keep with it, and what the reply says. */
export function TimestampEntry({ caseId, kept, onChange }: TimestampEntryProps) {
  const { stamp, askedAt, originals, isCurrent, result } = kept;
  const { modal } = App.useApp();
  const replyFile = useRef<HTMLInputElement>(null);
  const rootsFile = useRef<HTMLInputElement>(null);
  const saving = useMutation({
    mutationFn: () => client.timestamps.files({ id: caseId, stamp }),
    onSuccess: ({ name, list, request, reply }) => {
      saveText(`${name}.sha256`, list, 'text/plain');
      saveBytes(`${name}.tsq`, request, 'application/timestamp-query');
      if (reply !== undefined) saveBytes(`${name}.tsr`, reply, 'application/timestamp-reply');
    },
  });
  const bringing = useMutation({
    mutationFn: async (files: readonly ChosenFile[]) => {
      const [ticket = ''] = await admitFiles(files);
      return client.timestamps.reply({ id: caseId, stamp, ticket });
    },
    onSuccess: onChange,
  });
  const trusting = useMutation({
    mutationFn: async (files: readonly ChosenFile[]) => {
      const [roots = ''] = await admitFiles(files);
      return client.timestamps.verify({ id: caseId, stamp, roots });
    },
  });
  const removing = useMutation({
    mutationFn: async () => {
      // A request can be written again; a reply cannot be had again for the same moment.
      const isSure = result === undefined || (await modal.confirm(removal));
      if (isSure) await client.timestamps.remove({ id: caseId, stamp });
    },
    onSuccess: onChange,
  });
  const failure = saving.error ?? bringing.error ?? trusting.error ?? removing.error;
  const shown = trusting.data ?? result ?? bringing.data?.result;
  const day = dayInWords(today(new Date(askedAt)));
  return (
    <li className="stack" aria-label={`${day}的申请`}>
      <div>
        <strong>
          {day}的申请，{originals} 个文件
        </strong>
        {isCurrent ? null : <p className="quiet">后来证据有增减或更换，这个时间戳只对应当时的清单。</p>}
      </div>
      <div className="row">
        <Button loading={saving.isPending} onClick={() => saving.mutate()}>
          {result === undefined ? '保存申请文件和清单' : '保存清单、申请和回执'}
        </Button>
        <Button loading={bringing.isPending} onClick={() => replyFile.current?.click()}>
          {result === undefined ? '添加回执' : '换一份回执'}
        </Button>
        {result === undefined ? null : (
          <Button loading={trusting.isPending} onClick={() => rootsFile.current?.click()}>
            用根证书核对签发人
          </Button>
        )}
        <Button type="text" loading={removing.isPending} onClick={() => removing.mutate()}>
          删除这个申请
        </Button>
      </div>
      <FileInput element={replyFile} label="时间戳回执文件" accept=".tsr,.tst,.p7s,.der" onFiles={bringing.mutate} />
      <FileInput element={rootsFile} label="根证书文件" accept=".pem,.crt,.cer,.der" onFiles={trusting.mutate} />
      {failure === null ? null : <ErrorNotice error={failure} />}
      {bringing.data?.isKept === false ? (
        <p role="alert">这份回执没有通过核对，没有保存。原因见下面标着“不通过”的一条。</p>
      ) : null}
      {shown === undefined ? null : <Checks result={shown} />}
      {shown?.checks.some(({ id, outcome }) => id === 'chain' && outcome === 'unchecked') === true ? (
        <p className="quiet small">根证书是证明签发人身份的文件，请从时间戳服务的官方网站下载，再用它核对。</p>
      ) : null}
    </li>
  );
}

interface FileInputProps {
  readonly element: React.RefObject<HTMLInputElement | null>;
  readonly label: string;
  readonly accept: string;
  readonly onFiles: (files: readonly ChosenFile[]) => void;
}

function FileInput({ element, label, accept, onFiles }: FileInputProps) {
  return (
    <input
      ref={element}
      type="file"
      hidden
      accept={accept}
      aria-label={label}
      onChange={({ target }) => {
        const files = pickedFiles(target.files);
        // The same file may be chosen again, once it was mended.
        target.value = '';
        if (files.length > 0) onFiles(files);
      }}
    />
  );
}

function Checks({ result: { stamp, checks } }: { readonly result: TimestampResult }) {
  const passed = checks.filter(({ outcome }) => outcome === 'passed');
  const open = checks.filter(({ outcome }) => outcome !== 'passed');
  return (
    <div role="status">
      {stamp === undefined ? null : (
        <p>
          时间戳写的时间：{stamp.at.slice(0, 19).replace('T', ' ')}（北京时间）
          {stamp.authority === undefined ? null : `，签发人：${stamp.authority}`}
        </p>
      )}
      {open.length === 0 ? null : <CheckList checks={open} />}
      {passed.length === 0 ? null : (
        <details>
          <summary>
            {open.some(({ outcome }) => outcome === 'failed') ? '其余' : '核对了'} {passed.length} 项，都通过
          </summary>
          <CheckList checks={passed} />
        </details>
      )}
    </div>
  );
}

function CheckList({ checks }: { readonly checks: readonly TimestampCheck[] }) {
  return (
    <ul className="timestamps-checks">
      {checks.map(({ id, outcome, text }) => (
        <li key={id}>
          {outcome === 'passed' ? null : <strong>{outcomeWords[outcome]}：</strong>}
          {text}
        </li>
      ))}
    </ul>
  );
}
