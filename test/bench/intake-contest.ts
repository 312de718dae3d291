import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pngChunk } from '../support/png-file.ts';
import type { AbsentPeer, Contest, Contestant } from './contest.ts';
import type { Peers } from './peers.ts';
import { runCommand } from './run-command.ts';
import { writeScreenshots } from './screenshot-input.ts';

const drawn = 100;
const copiesOfEach = 10;
const count = drawn * copiesOfEach;
const program = fileURLToPath(new URL('./take-in.ts', import.meta.url));

/** A thousand phone screenshots taken into a case, against hashing, copying and shrinking them by hand. */
export async function intakeContest(folder: string, peers: Peers): Promise<Contest> {
  const { names, bytes } = await writeDistinct(folder);
  const pictures = join(folder, 'pictures');
  return {
    title: `${count} screenshots taken in`,
    input: `${count} PNG of 1080×2400, 8-bit RGB, ${(bytes / 1_000_000).toFixed(0)} MB in all, no two of the same bytes. Ours ends in a data folder: originals under their hash and synced to disk, small pictures, rows in the database, ${count} items in the draft with their undo entry.`,
    ours: [ours(pictures, join(folder, 'data'))],
    peers: [byHand(pictures, names, join(folder, 'by-hand'), peers)],
  };
}

/** Drawing takes longer than all that is measured: each picture is drawn once and made into several by a comment. */
async function writeDistinct(folder: string): Promise<{ names: string[]; bytes: number }> {
  const pictures = join(folder, 'pictures');
  await mkdir(pictures);
  const names: string[] = [];
  let bytes = 0;
  for (const path of await writeScreenshots(folder, drawn)) {
    const png = await readFile(join(folder, path));
    const end = pngChunk('IEND', Buffer.alloc(0));
    for (let copy = 1; copy <= copiesOfEach; copy += 1) {
      const comment = pngChunk('tEXt', Buffer.from(`Comment\0${copy}`, 'latin1'));
      const distinct = Buffer.concat([png.subarray(0, png.length - end.length), comment, end]);
      const name = `${String(names.length + 1).padStart(4, '0')}.png`;
      await writeFile(join(pictures, name), distinct);
      names.push(name);
      bytes += distinct.length;
    }
  }
  return { names, bytes };
}

function ours(pictures: string, dataFolder: string): Contestant {
  return {
    name: 'juli',
    covers: 'whole process: copy and hash in one pass, sync, look at each file, small picture, one edit',
    async run(watch) {
      await rm(dataFolder, { recursive: true, force: true });
      const { wallMs, stdout } = await runCommand(process.execPath, [program, pictures, dataFolder], watch);
      const { added, problems } = JSON.parse(stdout) as { added: number; problems: unknown[] };
      if (added !== count || problems.length > 0)
        throw new Error(`took in ${added} of ${count}: ${stdout.slice(-500)}`);
      await expectFiles(join(dataFolder, 'originals'), '');
      await expectFiles(join(dataFolder, 'thumbnails'), '.webp');
      return [{ name: 'juli', wallMs }];
    },
  };
}

function byHand(
  pictures: string,
  names: readonly string[],
  target: string,
  { vipsthumbnail }: Peers,
): Contestant | AbsentPeer {
  const name = 'sha256sum + cp + vipsthumbnail';
  if (vipsthumbnail === undefined) return { name, absent: 'vipsthumbnail not installed' };
  const paths = names.map((file) => join(pictures, file));
  return {
    name,
    covers: 'the three programs one after the other, nothing synced; JPEG, which it writes faster than WebP',
    async run(watch) {
      await rm(target, { recursive: true, force: true });
      await mkdir(join(target, 'small'), { recursive: true });
      const sums = await runCommand('sha256sum', paths, watch);
      const copies = await runCommand('cp', [...paths, target], watch);
      const small = join(target, 'small', '%s.jpg');
      const shrunk = await runCommand(vipsthumbnail.command, ['--size', '320x', '-o', small, ...paths], watch);
      await expectFiles(join(target, 'small'), '.jpg');
      return [
        { name: 'sha256sum', wallMs: sums.wallMs },
        { name: 'cp', wallMs: copies.wallMs },
        { name: 'vipsthumbnail --size 320x', wallMs: shrunk.wallMs },
      ];
    },
  };
}

async function expectFiles(folder: string, ending: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found = entries.filter((entry) => entry.isFile() && entry.name.endsWith(ending)).length;
  if (found !== count) throw new Error(`${folder} holds ${found} files instead of ${count}`);
}
