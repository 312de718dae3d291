import type { ChosenFile } from './chosen-file.ts';

/** What a person let fall on the window: files, and folders with all that is in them. */
export async function droppedFiles(transfer: DataTransfer): Promise<ChosenFile[]> {
  // The list is emptied as soon as the event is over, so the entries are taken out first.
  const entries = [...transfer.items].flatMap((item) => (item.kind === 'file' ? [item.webkitGetAsEntry()] : []));
  const alone = [...transfer.files].map((file) => ({ file, relativePath: file.name }));
  if (entries.some((entry) => entry === null)) return alone;
  const found = await Promise.all(entries.map((entry) => (entry === null ? [] : filesOf(entry))));
  return found.flat();
}

/** Files chosen in a dialog, single or of a folder. */
export function pickedFiles(files: FileList | null): ChosenFile[] {
  return [...(files ?? [])].map((file) => ({ file, relativePath: file.webkitRelativePath || file.name }));
}

async function filesOf(entry: FileSystemEntry): Promise<ChosenFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => {
      entry.file(resolve, reject);
    });
    return [{ file, relativePath: entry.fullPath.replace(/^\//, '') }];
  }
  if (!isFolder(entry)) return [];
  const children = await entriesOf(entry);
  return (await Promise.all(children.map(filesOf))).flat();
}

/** The reader gives at most a hundred at a time, and none at the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) return all;
    all.push(...some);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
