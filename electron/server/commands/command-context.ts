import type { App } from '../../core/app.ts';
import type { Running } from '../../core/ports.ts';
import type { Terminal } from '../terminal.ts';

/** What every command works with. */
export interface CommandContext {
  /** Opens Juli on first use, with `templates` or those that --templates names laid over the built-in ones. */
  app(templates?: string): App;
  readonly terminal: Terminal;
  readonly running: Running;
}
