import type { Unsaved } from './adopt-unsaved.ts';

const prefix = 'juli.unsaved';

/** The part of `localStorage` that is used here. */
export type JournalStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** What a window has not yet been told to be on disk, under its own name, so that the next one can send it. */
export interface UnsavedJournal {
  keep(unsaved: Unsaved): void;
  /** Pages that left something of this case behind. */
  others(): readonly string[];
  /** Hands over what a page left, once. */
  take(page: string): Unsaved | undefined;
}

export function openJournal(storage: JournalStorage, caseId: string, page: string): UnsavedJournal {
  const ofCase = `${prefix}/${caseId}/`;
  const own = ofCase + page;
  return {
    keep(unsaved) {
      if (unsaved.batches.length === 0 && unsaved.conflicts.length === 0) storage.removeItem(own);
      else storage.setItem(own, JSON.stringify(unsaved));
    },
    others() {
      const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
      return keys.filter((key) => key.startsWith(ofCase) && key !== own).map((key) => key.slice(ofCase.length));
    },
    take(other) {
      const text = storage.getItem(ofCase + other);
      storage.removeItem(ofCase + other);
      return text === null ? undefined : readUnsaved(text);
    },
  };
}

function readUnsaved(text: string): Unsaved | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return isUnsaved(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

/** Only windows of this program write here; an older one may have written it differently. */
function isUnsaved(read: unknown): read is Unsaved {
  return (
    typeof read === 'object' &&
    read !== null &&
    'revision' in read &&
    typeof read.revision === 'number' &&
    'batches' in read &&
    Array.isArray(read.batches) &&
    'conflicts' in read &&
    Array.isArray(read.conflicts)
  );
}
