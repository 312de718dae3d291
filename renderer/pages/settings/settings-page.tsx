import './settings-page.css';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { api } from '../../api.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { Page } from '../../parts/page.tsx';
import { dayInWords } from '../../parts/today.ts';
import { Waiting } from '../../parts/waiting.tsx';
import { BackupAndRestore } from './backup-and-restore.tsx';
import { EvidenceLimits } from './evidence-limits.tsx';
import { OfficeChoice } from './office-choice.tsx';
import { TextSize } from './text-size.tsx';

/** 设置: few, and each says what it is for. */
export function SettingsPage() {
  const about = useQuery(api.house.about.queryOptions());
  return (
    <Page title="设置" isNarrow>
      {about.isPending ? <Waiting what="正在读取设置" /> : null}
      {about.isError ? <ErrorNotice error={about.error} onRetry={() => void about.refetch()} /> : null}
      {about.data === undefined ? null : (
        <div className="stack">
          <Setting title="字的大小">
            <TextSize />
          </Setting>
          <Setting title="案件存放在哪里">
            <p>案件、证据原件和自己的模板都在这个文件夹里，只在这台电脑上，只有您的账户能打开。</p>
            <p className="settings-folder">
              <code>{about.data.dataFolder}</code>
              <CopyButton text={about.data.dataFolder} name="文件夹位置" />
            </p>
          </Setting>
          <Setting title="备份与恢复">
            <BackupAndRestore about={about.data} />
          </Setting>
          <Setting title="收录上限">
            <EvidenceLimits />
          </Setting>
          {about.data.can.office ? (
            <Setting title="Word 和表格文件">
              <OfficeChoice />
            </Setting>
          ) : null}
          <Setting title="法律数据">
            <p>
              条文、期限和标准最近一次核对是在 {dayInWords(about.data.lawCheckedOn)}
              。法律会修改，提交之前请留意受理机关当时的说明。
            </p>
            <p>每一处引用都按行为发生当天的法律选择，出处写在文书和提示里。</p>
          </Setting>
          <Setting title="纸张与版式">
            <p>
              材料一律按 A4
              纸排版，左侧留出装订的位置，每页有页码；交给法院和传到平台的版本，在每个案件的“导出与期限”里选择。
            </p>
            <p>
              想改文书的写法和样式，请到<Link to="/templates">模板</Link>。
            </p>
          </Setting>
          <Setting title="字体与许可">
            <p>
              文书用思源宋体、思源黑体（Noto Serif SC、Noto Sans SC）和霞鹜文楷，都随据理一起安装，按 SIL 开放字体许可证
              1.1 使用；生僻字也能印出。
            </p>
            <p className="quiet">据理 {about.data.version}，以 MIT 许可证开放源代码。</p>
          </Setting>
        </div>
      )}
    </Page>
  );
}

function Setting({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="setting sheet" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
