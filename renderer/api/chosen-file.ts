/** A file the user chose, dropped or pasted. */
export interface ChosenFile {
  readonly file: File;
  /** Below the folder that was dropped, with `/`; the name alone for a single file. */
  readonly relativePath: string;
}
