import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDurably } from '#feed/durable.ts';
import type { FeedSource } from '#feed/feed-source.ts';
import { underCheckpoint } from '#feed/medium/carry-files.ts';

const name = 'countersigned.json';

/** The checkpoint that an officer has signed last, with every signature; null where none has ever been. */
export async function readCountersigned(mediumDir: string): Promise<Uint8Array | null> {
  return readFile(join(mediumDir, name)).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return null;
    throw cause;
  });
}

/** Keeps it in the place of the last one. */
export async function keepCountersigned(mediumDir: string, file: Uint8Array): Promise<string> {
  await mkdir(join(mediumDir, 'tmp'), { recursive: true });
  await writeDurably(mediumDir, name, file, () => undefined);
  return join(mediumDir, name);
}

/** Where officers sign, the feed as it was signed by them last: what was released since stays here. */
export async function asCountersigned(source: FeedSource, mediumDir: string): Promise<FeedSource> {
  const signed = await readCountersigned(mediumDir);
  return signed === null ? source : underCheckpoint(source, signed);
}
