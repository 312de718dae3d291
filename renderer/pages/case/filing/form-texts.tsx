import './form-texts.css';
import { useQuery } from '@tanstack/react-query';
import { Segmented, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { AdvicePaper } from '../../../../electron/contract/advice-result.ts';
import type { ChannelText } from '../../../../electron/contract/texts-result.ts';
import { api } from '../../../api.ts';
import { CopyButton } from '../../../parts/copy-button.tsx';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { FieldLine } from '../../../parts/field-line.tsx';
import { Waiting } from '../../../parts/waiting.tsx';
import { stepAddress, stepOfField } from '../steps.ts';
import { useCaseStage } from './case-stage.ts';
import { FormText } from './form-text.tsx';
import { placesToFile } from './where-to-file.ts';

interface FormTextsProps {
  readonly caseId: string;
  readonly papers: readonly AdvicePaper[];
}

/** 网上填写的文字: what goes into each box of a web form, ready to be copied. */
export function FormTexts({ caseId, papers }: FormTextsProps) {
  const texts = useQuery(api.papers.texts.queryOptions({ input: { id: caseId } }));
  const [stage] = useCaseStage(papers);
  const [chosen, setChosen] = useState<string>();
  if (texts.isError) return <ErrorNotice error={texts.error} onRetry={() => void texts.refetch()} />;
  if (texts.data === undefined) return <Waiting what="正在准备文字" />;
  const { channels } = texts.data;
  const wanted = chosen ?? placesToFile[stage].channel;
  const shown = channels.find(({ channel }) => channel === wanted) ?? channels[0];
  if (shown === undefined) return null;
  return (
    <div className="form-texts stack">
      <p className="quiet">在网页或者 App 里投诉时，照着格子一项项复制过去。贴完请自己读一遍再提交。</p>
      <FieldLine label="在哪里填">
        {(field) => (
          <Select<string>
            {...field}
            className="form-texts-channels"
            value={shown.channel}
            options={channels.map(({ channel, title }) => ({ value: channel, label: title }))}
            onChange={setChosen}
          />
        )}
      </FieldLine>
      <Channel key={shown.channel} caseId={caseId} text={shown} />
    </div>
  );
}

function Channel({ caseId, text }: { readonly caseId: string; readonly text: ChannelText }) {
  const { title, note, fields, lengths, missing } = text;
  const isUnverified = fields.some(({ verified }) => !verified);
  return (
    <section className="stack" aria-label={title}>
      <p>{note}</p>
      {isUnverified ? (
        <p className="form-texts-unverified small">
          标着“未核实”的格子，名称和字数没有见过官方说明，请以您看到的页面为准。
        </p>
      ) : null}
      {missing.length === 0 ? null : (
        <section className="packet-missing" aria-label="还缺的内容">
          <h4>还缺 {missing.length} 项，文字里留了空</h4>
          <ul>
            {missing.map(({ label, path }) => (
              <li key={`${label}${path}`}>
                <Link to={stepAddress(caseId, stepOfField(path), path)}>{label}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <ol className="form-texts-fields">
        {fields.map((field) => (
          <FormText key={field.id} field={field} />
        ))}
      </ol>
      <Lengths lengths={lengths} />
    </section>
  );
}

/** The whole account in several lengths, for boxes whose limit nobody knows beforehand. */
function Lengths({ lengths }: { readonly lengths: ChannelText['lengths'] }) {
  const [chosen, setChosen] = useState<string>();
  const shown = lengths.find(({ label }) => label === chosen) ?? lengths[0];
  if (shown === undefined) return null;
  return (
    <section className="form-text" aria-label="经过，按字数">
      <h4>经过写多长都有</h4>
      <p className="quiet small">页面放不下“投诉内容”时，换短一点的。</p>
      <Segmented<string>
        aria-label="多少字"
        value={shown.label}
        options={lengths.map(({ label }) => label)}
        onChange={setChosen}
      />
      <p className="form-text-words">{shown.text}</p>
      <div className="row">
        <CopyButton
          text={shown.text}
          name={`经过（${shown.label}）`}
          {...(shown.limit === undefined ? {} : { most: shown.limit })}
        />
        {shown.limit === undefined ? <span className="quiet">{shown.count} 字</span> : null}
        {shown.omitted > 0 ? <span className="quiet small">放不下的 {shown.omitted} 句没有写进来</span> : null}
      </div>
    </section>
  );
}
