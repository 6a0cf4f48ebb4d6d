import { createReadStream, existsSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

/** Where a node keeps the checkpoints of the audit log that it has seen: a file that only grows, outside of what a rebuild throws away. */
export const witnessPath = (dir: string): string => join(dir, 'witness.ndjson');

/** The signed files, as they came, one on each line. What an interrupted write left behind the last line end is none. */
export async function* heldCheckpoints(dir: string): AsyncGenerator<Buffer> {
  const path = witnessPath(dir);
  if (!existsSync(path)) return;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY }))
    if (line.endsWith('}')) yield Buffer.from(line);
}

/** Keeps one more, durably. */
export const holdCheckpoint = async (dir: string, file: Uint8Array): Promise<void> => {
  const path = witnessPath(dir);
  await mkdir(dirname(path), { recursive: true });
  const handle = await open(path, 'a', 0o640);
  try {
    // A line of its own, whatever an interrupted write has left
    await handle.write(Buffer.concat([Buffer.from('\n'), file, Buffer.from('\n')]));
    await handle.sync();
  } finally {
    await handle.close();
  }
};
