import { startQuickly } from '../../electron/server/quick-start.mjs';

startQuickly();
