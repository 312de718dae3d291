// `node hold.ts FOLDER [ADDRESS]`: opens the store, says `open`, and holds it until it is killed or its input ends.
import { openTestStore } from '../test-store.ts';

const [folder = '', address] = process.argv.slice(2);
const store = await openTestStore(folder);
if (address !== undefined) store.publishAddress(address);
process.stdout.write('open\n');
process.stdin.resume();
process.stdin.once('end', () => store.close());
