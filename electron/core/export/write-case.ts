import type { Running } from '../ports.ts';
import { type ExportedCase, writeJuliArchive, writeZippedFolder } from './juli-archive.ts';
import { writeCaseFolder } from './write-case-folder.ts';

/** The ways in which a case leaves the data folder. */
export type CaseForm = 'juli' | 'folder' | 'zipped-folder';

export function writeCase(exported: ExportedCase, form: CaseForm, target: string, running: Running): Promise<void> {
  switch (form) {
    case 'juli':
      return writeJuliArchive(exported, target, running);
    case 'folder':
      return writeCaseFolder(exported, target, running);
    case 'zipped-folder':
      return writeZippedFolder(exported, target, running);
  }
}
