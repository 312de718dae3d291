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
      file({ status: 'image', reason: '第2页以图像方式收录：照原样显示' }),
      file({ reason: '由 WebP 转换为 PNG，像素不变' }),
      file({ status: 'placeholder', reason: '文件需要密码' }),
    ]);

    expect(rows.map(({ note }) => note)).toEqual([
      undefined,
      '第2页以图像方式收录：照原样显示',
      '由 WebP 转换为 PNG，像素不变',
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

    const html = templates.render('originals', buildOriginals([file()], { log: { lines: 7, head: sha256 } }));

    expect(html).toContain('共有7行，第7行的校验值为');
    // The audit of figures would take it for an article of a law.
    expect(html).not.toMatch(/第\d+条/u);
    expect(html.match(/01234567/gu)).toHaveLength(8);
    expect(html).toContain('不能说明文件形成于何时');
    expect(templates.render('originals', buildOriginals([file()]))).not.toContain('收录记录');
  });

  it('says which files a time stamp is for and where it is kept, and claims no more for it than it can prove', async () => {
    const templates = await readTemplates(join(import.meta.dirname, '../../templates'));
    const stamp = {
      list: 'timestamps/2026-11-18T10-00-00.000Z.sha256',
      reply: 'timestamps/2026-11-18T10-00-00.000Z.tsr',
      at: '2026-11-18T18:00:03+08:00',
      authority: '示例时间戳服务',
      listed: new Set([sha256]),
    };
    const later = file({ path: 'evidence/后来的.png', sha256: 'f'.repeat(64) });
    const html = (files: readonly OriginalFile[]) =>
      templates.render('originals', buildOriginals(files, { timestamps: [stamp] }));

    expect(html([file()])).toContain('上表全部1个文件列在一份盖有时间戳的证据原件清单里');
    expect(html([file(), later])).toContain('上表中的1个文件（不包括“evidence/后来的.png”）');
    expect(html([file()])).toContain('回执写明的时间是2026年11月18日18:00:03，写明的签发人是“示例时间戳服务”');
    expect(html([file()])).toContain('timestamps/2026-11-18T10-00-00.000Z.sha256');
    expect(html([file()])).toContain('法律没有规定时间戳本身具有推定真实的效力');
    expect(html([later])).not.toContain('时间戳');
    expect(
      buildOriginals([file(), ...Array.from({ length: 6 }, () => later)], { timestamps: [stamp] }).timestamps,
    ).toEqual([expect.objectContaining({ files: '上表中的1个文件（不包括另外6个）' })]);
  });

  it('says of the redacted version that the hashes are those of the files themselves', async () => {
    const templates = await readTemplates(join(import.meta.dirname, '../../templates'));
    const html = (isRedacted: boolean) => templates.render('originals', buildOriginals([file()], { isRedacted }));

    expect(html(true)).toContain('校验值是没有遮盖的原始文件的');
    expect(html(false)).not.toContain('遮盖');
  });

  it('prints without any file', async () => {
    const templates = await readTemplates(join(import.meta.dirname, '../../templates'));

    const html = templates.render('originals', buildOriginals([]));

    expect(html).toContain('案件中还没有证据文件。');
    expect(html).not.toContain('<table');
  });
});
