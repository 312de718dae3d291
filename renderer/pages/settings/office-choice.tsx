import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Switch } from 'antd';
import { useId } from 'react';
import { api, client } from '../../api.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';

/** Who sets Word files and tables in pages; shown only where LibreOffice is installed. */
export function OfficeChoice() {
  const id = useId();
  const queries = useQueryClient();
  const { data: settings } = useQuery(api.house.settings.queryOptions());
  const change = useMutation({
    mutationFn: (usesOffice: boolean) => client.house.changeSettings({ usesOffice }),
    onSuccess: (changed) => queries.setQueryData(api.house.settings.queryKey(), changed),
  });
  return (
    <>
      <div className="settings-switch">
        <Switch
          aria-labelledby={id}
          checked={settings?.usesOffice ?? false}
          loading={change.isPending}
          onChange={(usesOffice) => change.mutate(usesOffice)}
        />
        <span id={id}>用已安装的 LibreOffice 排印 Word 和表格文件</span>
      </div>
      <p>
        平时由据理按文字和表格重排：同一份文件，什么时候、在哪台电脑上印出来都一样。打开以后，版式更接近原来的文件，旧版
        .doc、.xls 和 .ppt、.rtf、.odt 等文件也能印；不过印成什么样，要看这台电脑上 LibreOffice 的版本和字体。
      </p>
      <p>换了排印方式，页码和文字的位置会变：已经在这些文件上画好的遮盖框，请逐页重新核对。</p>
      {change.isError ? <ErrorNotice error={change.error} /> : null}
    </>
  );
}
