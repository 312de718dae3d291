import { DownloadOutlined, FolderOpenOutlined, PrinterOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import type { About } from '../../../../electron/contract/rpc/house-procedures.ts';
import { fileAddress } from '../../../api/file-address.ts';
import { shownErrorOf } from '../../../api/shown-error.ts';
import { client } from '../../../api.ts';
import { saveAddress } from '../../../parts/save-text.ts';

interface PacketFileProps {
  readonly job: string;
  readonly index: number;
  readonly name: string;
  readonly can: About['can'];
}

/** What one does with the finished PDF: keep it, print it, find it. */
export function PacketFile({ job, index, name, can }: PacketFileProps) {
  const { message } = App.useApp();
  const address = fileAddress('results', job, index, name);
  const handOver = async (to: 'save-as' | 'open' | 'reveal') => {
    try {
      await client.house.handOver({ job, index, to });
    } catch (error) {
      void message.error(shownErrorOf(error).text);
    }
  };
  return (
    <div className="stack packet-file">
      <div className="row">
        <Button
          type="primary"
          icon={<DownloadOutlined />}
          onClick={() => (can.saveAs ? void handOver('save-as') : saveAddress(address, name))}
        >
          保存 PDF
        </Button>
        {can.open ? (
          <Button icon={<PrinterOutlined />} onClick={() => void handOver('open')}>
            打开，打印
          </Button>
        ) : (
          <Button icon={<PrinterOutlined />} href={address} target="_blank" rel="noopener">
            打开，打印
          </Button>
        )}
        {can.reveal ? (
          <Button icon={<FolderOpenOutlined />} onClick={() => void handOver('reveal')}>
            在文件夹中显示
          </Button>
        ) : null}
      </div>
      <p className="quiet small">打印：打开以后按 Ctrl+P（苹果电脑按 ⌘P），选 A4、实际大小。</p>
    </div>
  );
}
