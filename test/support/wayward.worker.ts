import { setTimeout } from 'node:timers/promises';

/** Tasks that go wrong, told how by the path they are given. */
export async function countPages({ path }: { readonly path: string }): Promise<number> {
  if (path === 'hang') for (;;);
  if (path === 'die') process.exit(1);
  if (path === 'eat') {
    const eaten: Buffer[] = [];
    for (;;) {
      eaten.push(Buffer.alloc(16 * 1024 * 1024, 1));
      await setTimeout(5);
    }
  }
  return 7;
}
