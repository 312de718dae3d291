// The last step of a packet as a process of its own: see picture-assembly.ts. Starts as electron/server/juli.mjs
// does. Arguments: the folder that prepareAssembly wrote, target, and `known` to take the evidence as already read.
import { startQuickly } from '../../electron/server/quick-start.mjs';

startQuickly();
const { assemblePictures } = await import('./picture-assembly.ts');
const [folder, target, known] = process.argv.slice(2);
if (folder === undefined || target === undefined) throw new Error('usage: assemble-pictures.mjs FOLDER TARGET [known]');
await assemblePictures(folder, target, known === 'known');
