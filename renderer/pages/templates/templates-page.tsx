import './templates-page.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { TemplateFile } from '../../../electron/contract/rpc/house-procedures.ts';
import { api } from '../../api.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { TemplateEditor } from './template-editor.tsx';
import { TemplateExchange } from './template-exchange.tsx';

const kinds: readonly { readonly kind: TemplateFile['kind']; readonly title: string }[] = [
  { kind: 'document', title: '文书' },
  { kind: 'partial', title: '文书共用的片段' },
  { kind: 'style', title: '版式' },
];

/** 模板: built-in ones and those of one's own, each with what it makes of a real case. */
export function TemplatesPage() {
  const [search, setSearch] = useSearchParams();
  const list = useQuery(api.templates.list.queryOptions());
  const path = search.get('path') ?? 'documents/refund-request.hbs';
  const files = list.data ?? [];
  return (
    <Page
      title="模板"
      lead="文书按模板排出来。多数人不用改这里；需要自己单位的格式时，可以改成自己的，随时能恢复。"
      actions={<TemplateExchange hasOwn={files.some(({ isOwn }) => isOwn)} onImported={() => list.refetch()} />}
    >
      {list.isError ? <ErrorNotice error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isPending ? <Waiting what="正在读取模板" /> : null}
      {list.isSuccess ? (
        <div className="templates">
          <nav className="templates-list" aria-label="模板">
            {kinds.map(({ kind, title }) => (
              <section key={kind}>
                <h2>{title}</h2>
                <ul>
                  {files
                    .filter((file) => file.kind === kind)
                    .map((file) => (
                      <li key={file.path}>
                        <button
                          type="button"
                          className={file.path === path ? 'templates-name templates-shown' : 'templates-name'}
                          aria-current={file.path === path ? 'true' : undefined}
                          onClick={() => setSearch({ path: file.path }, { replace: true })}
                        >
                          {file.title}
                          <TemplateMark file={file} />
                        </button>
                      </li>
                    ))}
                </ul>
              </section>
            ))}
          </nav>
          <OpenTemplate key={path} path={path} onChanged={() => list.refetch()} />
        </div>
      ) : null}
    </Page>
  );
}

function TemplateMark({ file: { isOwn, isUnfinished } }: { readonly file: TemplateFile }) {
  if (isUnfinished) return <span className="templates-mark templates-unfinished">没改完</span>;
  return isOwn ? <span className="templates-mark">自己的</span> : null;
}

interface OpenTemplateProps {
  readonly path: string;
  readonly onChanged: () => Promise<unknown>;
}

/** Asks for the text once: what is typed afterwards is the editor's. */
function OpenTemplate({ path, onChanged }: OpenTemplateProps) {
  const [version, setVersion] = useState(0);
  const template = useQuery({ ...api.templates.read.queryOptions({ input: { path } }), staleTime: 0, gcTime: 0 });
  if (template.isError) return <ErrorNotice error={template.error} onRetry={() => void template.refetch()} />;
  if (template.data === undefined) return <Waiting what="正在打开模板" />;
  const { title, text, isUnfinished, builtIn } = template.data;
  return (
    <TemplateEditor
      key={version}
      path={path}
      title={title}
      textAtFirst={text}
      isUnfinished={isUnfinished}
      builtIn={builtIn}
      onKept={() => void onChanged()}
      onReplaced={async () => {
        await Promise.all([template.refetch(), onChanged()]);
        setVersion((number) => number + 1);
      }}
    />
  );
}
