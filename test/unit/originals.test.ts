import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildOriginals, type OriginalFile } from '../../electron/core/documents/bound/originals.ts';
import { readTemplates } from '../../electron/core/render/templates.ts';

const sha256 = '0123456789abcdef'.repeat(4);
const file = (changes: Partial<OriginalFile> = {}): OriginalFile => ({
  number: 1,
  title: '订单详情',
  path: 'evidence/订单详情.png',
  size: 1_204_881,
  sha256,
  status: 'included',
  ...changes,
});

describe('buildOriginals', () => {
  it('cuts the hash into groups that together are the hash', () => {
    const [row] = buildOriginals([file()]).rows;

    expect(row?.hash).toEqual(Array.from({ length: 4 }, () => ['01234567', '89abcdef']).flat());
    expect(row?.hash.join('')).toBe(sha256);
  });

  it('gives sizes in bytes, and their sum', () => {
    const unread = file({ size: 0, sha256: undefined, status: 'placeholder' });
    const { rows, total } = buildOriginals([file(), file({ size: 999 }), unread]);

    expect(rows.map(({ size }) => size)).toEqual(['1,204,881', '999', '—']);
    expect(total).toBe('共3个文件，合计1,205,880字节。');
  });

  it('says of a file that does not stand in the appendix as it is what stands there', () => {
    const { rows } = buildOriginals([
      file(),
      file({ status: 'image', reason: '表单外观不一致' }),
      file({ status: 'placeholder', reason: '文件需要密码' }),
    ]);

    expect(rows.map(({ note }) => note)).toEqual([
      undefined,
      '以页面图像收入附件：表单外观不一致',
      '附件中以说明页代替：文件需要密码',
    ]);
  });

  it('prints a file without a hash as such, and claims no more than a hash can prove', async () => {
    const templates = await readTemplates(join(import.meta.dirname, '../../templates'));

    const html = templates.render('originals', buildOriginals([file({ sha256: undefined, status: 'placeholder' })]));

    expect(html).toContain('未能读取，没有校验值');
    expect(html).toContain('法律没有规定它具有推定真实的效力');
    expect(html).toContain('第九十三条');
    expect(html).toContain('juli verify');
  });

  it('prints how the intake log stood, and claims no more for it than it can prove', async () => {
    const templates = await readTemplates(join(import.meta.dirname, '../../templates'));

    const html = templates.render('originals', buildOriginals([file()], { lines: 7, head: sha256 }));

    expect(html).toContain('共有7条，第7条的校验值为');
    expect(html.match(/01234567/gu)).toHaveLength(8);
    expect(html).toContain('不能说明文件形成于何时');
    expect(templates.render('originals', buildOriginals([file()]))).not.toContain('收录记录');
  });

  it('prints without any file', async () => {
    const templates = await readTemplates(join(import.meta.dirname, '../../templates'));

    const html = templates.render('originals', buildOriginals([]));

    expect(html).toContain('案件中还没有证据文件。');
    expect(html).not.toContain('<table');
  });
});
