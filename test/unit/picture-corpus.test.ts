import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EvidenceSource } from '../../electron/core/evidence/evidence-source.ts';
import { createEvidenceReader } from '../../electron/core/evidence/read-evidence.ts';
import { evidenceTools } from '../support/evidence-tools.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const corpus = fileURLToPath(new URL('../../../shared/corpus/images/', import.meta.url));
const isHere = existsSync(corpus);

/** Collections that others keep: phones' photos in every EXIF orientation, and HEIF files that try out its options. */
describe.skipIf(!isHere)(`the collection of pictures${isHere ? '' : `: skipped, it is not at ${corpus}`}`, () => {
  const work = useWorkFolder();
  const read = new Map<string, EvidenceSource>();
  beforeAll(async () => {
    const reader = createEvidenceReader(evidenceTools(work.path()));
    const { signal } = new AbortController();
    for (const folder of ['exif-orientation', 'libheif']) {
      for (const name of readdirSync(`${corpus}${folder}`)) {
        read.set(name, await reader.read(`${corpus}${folder}/${name}`, { path: name }, signal));
      }
    }
    await reader.close();
  });
  afterAll(() => read.clear());

  const pictureOf = (name: string) => {
    const content = read.get(name)?.content;
    const [page] = content?.kind === 'pages' ? content.pages : [];
    return page?.kind === 'picture' ? page.picture : undefined;
  };

  it('stands upright in every orientation', () => {
    for (const [name, width, height] of [['Landscape', 1_800, 1_200] as const, ['Portrait', 1_200, 1_800] as const]) {
      for (let orientation = 1; orientation <= 8; orientation += 1) {
        expect(pictureOf(`${name}_${orientation}.jpg`)).toMatchObject({ width, height, orientation });
      }
    }
  });

  it('shows the photos that phones write', () => {
    expect(pictureOf('example.heic')).toMatchObject({ width: 1_280, height: 854, orientation: 1 });
    expect(pictureOf('rainbow-451x461.heic')).toMatchObject({ width: 451, height: 461 });
    expect(pictureOf('with-alpha-512x512.heic')).toMatchObject({ width: 512, height: 512 });
    expect(pictureOf('example.avif')).toMatchObject({ width: 800, height: 533 });
    expect(read.get('example.heic')?.content).toMatchObject({
      pages: [{ mark: '第1幅/共2幅' }, { mark: '第2幅/共2幅' }],
      remarks: ['由 HEIC 转换为 JPEG（质量 95），尺寸和颜色不变'],
    });
  });

  it('names every file that it cannot show, and says what to do', () => {
    const unusable = [...read.values()].flatMap(({ content }) => (content.kind === 'unusable' ? [content.reason] : []));
    expect(unusable.length).toBeLessThan(read.size);
    for (const reason of unusable) expect(reason).toMatch(/请另存为 JPEG|暂不支持/);
  });
});
