import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** An evidence item of a made-up case. */
export interface InputItem {
  readonly title: string;
  readonly files: readonly string[];
}

/** Writes a complete case around the evidence in `folder`; every person, firm and place in it is invented. */
export async function writeCase(folder: string, items: readonly InputItem[]): Promise<void> {
  const evidence = items.map(({ title, files }, index) => ({
    id: `证据-${index + 1}`,
    title,
    group: 'communication',
    files,
    source: '本人账号内下载',
    proves: '双方往来的经过。',
    form: 'copy',
    carrier: '电子文件',
  }));
  const file = {
    format: 'juli.case/1',
    title: '据例数码专营店激活码退款案（测速用）',
    date: '2026-11-18',
    stage: 'court',
    issues: ['does-not-activate'],
    claimants: [
      {
        name: '何据真',
        gender: '女',
        birthDate: '1990-01-01',
        ethnicity: '汉族',
        phone: '19900000001',
        address: '据例省据例市示例区虚构路1号',
        idNumber: '00000019900101001X',
      },
    ],
    respondents: [
      {
        id: '商家',
        name: '据例数码科技有限公司',
        roles: ['merchant'],
        shopName: '据例数码专营店',
        address: '据例省据例市示例区虚构大道88号',
        phone: '19900000002',
        creditCode: '000000000000000001',
        legalRepresentative: '贾示例',
        legalRepresentativePosition: '执行董事',
      },
    ],
    orders: [
      {
        id: '订单-1',
        number: '202610020000000001',
        platform: '据例商城',
        shop: '据例数码专营店',
        placedAt: '2026-10-02T20:15:00+08:00',
        items: [{ name: '据例制图软件激活码', kind: 'card-key', quantity: 1, unitPrice: '268.00' }],
        payments: [{ method: '据例支付', amount: '268.00', paidAt: '2026-10-02T20:16:00+08:00' }],
      },
    ],
    events: evidence.map(({ id, title }, index) => ({
      at: `2026-10-${String(3 + (index % 28)).padStart(2, '0')}`,
      text: `双方就退款往来一次，见《${title}》。`,
      evidence: [id],
    })),
    evidence,
    claims: [
      { kind: 'refund', amount: '268.00', calculation: '订单实付268.00元。', evidence: evidence.map(({ id }) => id) },
    ],
    addressees: {
      platform: '据例商城网络服务有限公司',
      marketRegulator: '示例区市场监督管理局',
      court: '示例区人民法院',
    },
  };
  await writeFile(join(folder, 'case.json'), `${JSON.stringify(file, undefined, 2)}\n`);
}
