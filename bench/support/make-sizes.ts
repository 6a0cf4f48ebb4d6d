import { glob } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { openDecoders } from '#media/sandbox/pool.ts';
import { root } from './installation.ts';

/** Makes of every master in a store what the gate makes of it when it is released, two at once, and forgets it. */
const store = process.argv[2] ?? '';
const words = { credit: 'Bench', creator: 'Bench', rights: 'http://creativecommons.org/licenses/by/4.0/' };

const waiting: string[] = [];
for await (const path of glob(join(store, '??/??/*'))) waiting.push(basename(path));
const total = waiting.length;
await using decoders = openDecoders(join(root, 'media/sandbox/worker.ts'), store);

const one = async (): Promise<void> => {
  for (let sha256 = waiting.pop(); sha256; sha256 = waiting.pop()) {
    await decoders.derive(sha256, { words, accessCopy: true });
    process.send?.({ done: total - waiting.length, total });
  }
};
await Promise.all([one(), one()]);
process.disconnect?.();
