import { createHash, randomUUID } from 'node:crypto';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '#errors/failure.ts';
import { onStore } from './store-fault.ts';

/** Bytes that have arrived: hashed, write-protected, flushed to the disk and named by their hash, but not kept yet. */
export interface Incoming {
  readonly sha256: string;
  readonly bytes: number;
  /** Where they lie until they are kept or discarded. */
  readonly path: string;
  /** Removes them; does nothing once they are kept or gone. What cannot be removed now is swept away later. */
  discard(): Promise<void>;
}

const staleAfter = 24 * 60 * 60 * 1000;

/**
 * Writes `input` to a new file in `folder`.
 * @throws Failure `image-too-large` (values: max, megabytes) as soon as the cap is passed; `disk-full`, `masters-unreachable`; what reading throws
 */
export async function openIncoming(
  folder: string,
  input: Uint8Array | AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<Incoming> {
  const own = randomUUID();
  const arriving = join(folder, own);
  try {
    const { sha256, bytes } = await write(arriving, input, maxBytes);
    // The same bytes may arrive twice at once, each with an end of its own. Joined where no bundler sees a pattern in it
    const path = join(folder, [sha256, own].join('-'));
    await onStore(() => rename(arriving, path));
    return { sha256, bytes, path, discard: () => remove(path) };
  } catch (cause) {
    await remove(arriving);
    throw cause;
  }
}

const remove = (path: string): Promise<void> => rm(path, { force: true }).catch(() => undefined);

async function write(path: string, input: Uint8Array | AsyncIterable<Uint8Array>, maxBytes: number) {
  const file = await onStore(() => open(path, 'wx', 0o640));
  try {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of input instanceof Uint8Array ? [input] : input) {
      bytes += chunk.byteLength;
      if (bytes > maxBytes)
        throw new Failure('image-too-large', { max: maxBytes, megabytes: Math.floor(maxBytes / 2 ** 20) });
      hash.update(chunk);
      await onStore(() => file.writeFile(chunk));
    }
    await onStore(() => file.chmod(0o444));
    await onStore(() => file.sync());
    return { sha256: hash.digest('hex'), bytes };
  } finally {
    await file.close();
  }
}

/** Removes what a killed process left behind. Younger files may belong to an upload that is still going on. */
export async function sweepIncoming(folder: string, now = Date.now()): Promise<void> {
  for (const entry of await readdir(folder)) {
    const path = join(folder, entry);
    const found = await stat(path).catch(() => null);
    if (found && now - found.mtimeMs > staleAfter) await rm(path, { force: true });
  }
}
