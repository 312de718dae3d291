import { openPromise } from 'yauzl';

/**
 * What an archive of many files is by the files in it: a document, a sheet, an OFD, or just an archive. Of one whose list
 * cannot be read, `name` tells what people take it for, so that they are told the right thing.
 */
export async function detectZipKind(path: string, head: Buffer, name: string): Promise<string> {
  const names = await firstNames(path);
  const has = (start: string) => names.some((name) => name.startsWith(start));
  // Its list of files is at the end: of one that is cut off, the beginning may still tell what it was to be.
  const hasOrHad = (start: string) => has(start) || (names.length === 0 && head.includes(start));
  if (hasOrHad('OFD.xml')) return 'application/ofd';
  if (hasOrHad('[Content_Types].xml')) {
    const part = Object.keys(officeKinds).find(hasOrHad);
    if (part !== undefined) return `application/vnd.openxmlformats-officedocument.${officeKinds[part]}`;
  }
  const stated = /^.{30}mimetype(?<mime>application\/[a-z0-9.+-]{1,80}?)(?:PK|$)/s.exec(
    head.toString('latin1', 0, 160),
  );
  if (stated?.groups?.mime !== undefined) return stated.groups.mime;
  if (names.length === 0) {
    const ending = /\.(?<ending>docx|xlsx|pptx)$/i.exec(name)?.groups?.ending?.toLowerCase() ?? '';
    const kind = officeEndings[ending];
    if (kind !== undefined) return `application/vnd.openxmlformats-officedocument.${kind}`;
  }
  if (has('juli-archive.json')) return 'application/x-juli';
  return has('META-INF/MANIFEST.MF') || has('AndroidManifest.xml') ? 'application/java-archive' : 'application/zip';
}

const officeKinds: Readonly<Record<string, string>> = {
  'word/': 'wordprocessingml.document',
  'xl/': 'spreadsheetml.sheet',
  'ppt/': 'presentationml.presentation',
};

const officeEndings: Readonly<Record<string, string | undefined>> = {
  docx: officeKinds['word/'],
  xlsx: officeKinds['xl/'],
  pptx: officeKinds['ppt/'],
};

/** Enough to know a document by; an archive may have a million. */
const mostNames = 300;

/** Empty where the archive cannot be read. */
async function firstNames(path: string): Promise<string[]> {
  const names: string[] = [];
  try {
    const zip = await openPromise(path, { autoClose: false, decodeStrings: false });
    zip.on('error', () => undefined);
    try {
      for await (const { fileNameRaw } of zip.eachEntry()) {
        // Some programs of Windows write the other slash.
        names.push(fileNameRaw.toString('latin1').replaceAll('\\', '/'));
        if (names.length === mostNames) break;
      }
    } finally {
      zip.close();
    }
  } catch {
    // What came before the damage is enough, or there is nothing.
  }
  return names;
}
