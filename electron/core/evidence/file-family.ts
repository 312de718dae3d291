/** What is done with a file, whatever its exact format. */
export type FileFamily = 'picture' | 'pdf' | 'document' | 'mail' | 'recording' | 'archive' | 'ofd' | 'other';

/** The family of a MIME type as detect-kind.ts gives it. */
export function familyOf(mime: string | undefined): FileFamily {
  if (mime === undefined) return 'other';
  if (mime.startsWith('image/')) return 'picture';
  if (mime.startsWith('video/') || mime.startsWith('audio/')) return 'recording';
  return families[mime] ?? 'other';
}

const families: Readonly<Record<string, FileFamily>> = {
  'application/pdf': 'pdf',
  'application/ofd': 'ofd',
  'application/zip': 'archive',
  'message/rfc822': 'mail',
  'text/plain': 'document',
  'text/html': 'document',
  'text/csv': 'document',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'document',
};
