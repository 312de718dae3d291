import type { App } from '../../core/app.ts';
import type { Desk, OfficeConverter, Running } from '../../core/ports.ts';
import type { Workspace } from '../../core/workspace.ts';
import type { Terminal } from '../terminal.ts';

/** What every command works with. */
export interface CommandContext {
  /**
   * Opens Juli on first use, with `templates` or those that --templates names laid over the built-in ones. Cases named
   * by their id are those of `data`, or of the user's own data folder.
   */
  app(choice?: {
    readonly templates?: string | undefined;
    readonly data?: string | undefined;
    /** Word files and tables are set in pages by `office`. */
    readonly usesOffice?: boolean;
  }): App;
  /** Opens a data folder for as long as its user keeps it; whoever opens it closes it. */
  openWorkspace(dataFolder: string, desk: Desk): Promise<Workspace>;
  readonly office: OfficeConverter;
  readonly terminal: Terminal;
  readonly running: Running;
}
