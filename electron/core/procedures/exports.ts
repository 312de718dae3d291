import { basename, join } from 'node:path';
import type { PacketRequest } from '../app.ts';
import { fileNamePart } from '../cases/per-claimant.ts';
import { openStoredCase } from '../drafts/open-stored-case.ts';
import { packetName } from '../packet-name.ts';
import { asPrinted } from '../redaction/redacted-case.ts';
import type { Workspace } from '../workspace.ts';
import { ask } from './ask.ts';
import { madeFiles, madePackets, mimes } from './made-files.ts';

/** What is made of a case to be filed, sent or kept. */
export function exportProcedures(workspace: Workspace) {
  const { store, app, jobs } = workspace;

  return {
    packet: ask.exports.packet.handler(({ input: { id, perClaimant, layout, form, ...selection } }) => {
      store.cases.get(id);
      const job = jobs.start({
        kind: 'packet',
        title: '生成材料',
        caseId: id,
        async run(running) {
          const opened = openStoredCase(workspace, id);
          const folder = await jobs.workFolder();
          const request: PacketRequest = {
            case: opened,
            target: perClaimant ? folder : join(folder, packetName(asPrinted(opened, form).case.title, form)),
            form,
            selection: { ...selection, papers: selection.papers },
            strict: false,
            layout,
          };
          const packets = perClaimant
            ? await app.buildPacketPerClaimant(request, running)
            : [await app.buildPacket(request, running)];
          const paths = packets.flatMap(({ volumes }) => volumes.map(({ packet }) => packet));
          // Where it lies until the program ends is nobody's business.
          const named = packets.map((packet) => ({
            ...packet,
            packet: basename(packet.packet),
            volumes: packet.volumes.map((volume) => ({ ...volume, packet: basename(volume.packet) })),
          }));
          const files = await madePackets(paths, running.signal);
          return { result: { kind: 'packets', packets: named, files }, paths };
        },
      });
      return { job };
    }),

    word: ask.exports.word.handler(({ input: { id, papers } }) => {
      store.cases.get(id);
      const job = jobs.start({
        kind: 'word',
        title: '导出 Word 文件',
        caseId: id,
        async run(running) {
          const opened = openStoredCase(workspace, id);
          const folder = await jobs.workFolder();
          const written = await app.exportWord({ case: opened, targetFolder: folder, papers }, running);
          const paths = written.map(({ path }) => path);
          return { result: { kind: 'files', files: await madeFiles(paths, mimes.word) }, paths };
        },
      });
      return { job };
    }),

    archive: ask.exports.archive.handler(({ input: { id, form } }) => {
      store.cases.get(id);
      const job = jobs.start({
        kind: 'archive',
        title: form === 'juli' ? '保存为 .juli 文件' : '导出案件文件夹',
        caseId: id,
        async run(running) {
          const [{ exportWhatIsThere, storedCaseToExport }, { writeCase }] = await Promise.all([
            import('../export/exported-case.ts'),
            import('../export/write-case.ts'),
          ]);
          const { title } = openStoredCase(workspace, id).case;
          const name = fileNamePart(title, mostBytesOfName) || '案件';
          const path = join(await jobs.workFolder(), form === 'juli' ? `${name}.juli` : `${name}.zip`);
          const problems = await exportWhatIsThere(await storedCaseToExport(store, id), (exported) =>
            writeCase(exported, form === 'juli' ? 'juli' : 'zipped-folder', path, running),
          );
          const files = await madeFiles([path], form === 'juli' ? mimes.own : mimes.zip);
          return { result: { kind: 'files', files, ...(problems.length === 0 ? {} : { problems }) }, paths: [path] };
        },
      });
      return { job };
    }),
  };
}

/** The writer sets a prefix and a suffix of its own around the name until the file is whole. */
const mostBytesOfName = 180;
