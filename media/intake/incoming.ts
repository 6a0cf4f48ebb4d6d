import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '#errors/failure.ts';
import type { AtRest, Passing } from './at-rest.ts';
import { wholeOf } from './kept.ts';
import { onStore } from './store-fault.ts';

/**
 * Bytes that have arrived: hashed, write-protected, flushed to the disk and named by their hash, but not kept yet. In a store that
 * seals they are held in memory where they are few, and else lie there under a key that only this process has, and that is never
 * written down.
 */
export interface Incoming {
  readonly sha256: string;
  readonly bytes: number;
  /** Where they lie until they are kept or discarded; null: in memory. */
  readonly path: string | null;
  /** What whoever looks at them is given: the path, or the bytes where nobody else can read what lies there. */
  picture(): Promise<string | Uint8Array>;
  /** The bytes as they came. */
  plain(): AsyncIterable<Uint8Array>;
  /** Removes them; does nothing once they are kept or gone. What cannot be removed now is swept away later. */
  discard(): Promise<void>;
}

const staleAfter = 24 * 60 * 60 * 1000;

/** Bytes that are held in memory at most where what lies on the disk would have to be encrypted. */
const mostHeld = 32 * 1024 * 1024;

/**
 * Receives `input`, into a new file in `folder` where it is not held in memory.
 * @throws Failure `image-too-large` (values: max, megabytes) as soon as the cap is passed; `disk-full`, `masters-unreachable`; what reading throws
 */
export async function openIncoming(
  folder: string,
  input: Uint8Array | AsyncIterable<Uint8Array>,
  maxBytes: number,
  atRest?: AtRest,
): Promise<Incoming> {
  const counted = countedOf(input, maxBytes);
  if (!atRest) return onDisk(folder, counted, counted.body());
  const { held, rest } = await firstOf(counted.body(), mostHeld);
  if (rest === null) return inMemory(counted, held);
  return onDisk(folder, counted, joined(held, rest), atRest.passing());
}

/** What is known of bytes when all of them have come by. */
interface Counted {
  body(): AsyncGenerator<Uint8Array>;
  known(): { readonly sha256: string; readonly bytes: number };
}

function countedOf(input: Uint8Array | AsyncIterable<Uint8Array>, maxBytes: number): Counted {
  const hash = createHash('sha256');
  let bytes = 0;
  const body = async function* () {
    for await (const chunk of input instanceof Uint8Array ? [input] : input) {
      bytes += chunk.byteLength;
      if (bytes > maxBytes)
        throw new Failure('image-too-large', { max: maxBytes, megabytes: Math.floor(maxBytes / 2 ** 20) });
      hash.update(chunk);
      yield chunk;
    }
  };
  return { body, known: () => ({ sha256: hash.digest('hex'), bytes }) };
}

/** Chunks until they are more than so many bytes, and what is left then; null: nothing is. */
async function firstOf(body: AsyncGenerator<Uint8Array>, most: number) {
  const held: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const next = await body.next();
    if (next.done) return { held, rest: null };
    held.push(next.value);
    length += next.value.byteLength;
    if (length > most) return { held, rest: body };
  }
}

async function* joined(held: readonly Uint8Array[], rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* held;
  yield* rest;
}

function inMemory(counted: Counted, held: readonly Uint8Array[]): Incoming {
  const plain = async function* () {
    yield* held;
  };
  const picture = async () => (held.length === 1 && held[0] ? held[0] : Buffer.concat(held));
  return { ...counted.known(), path: null, picture, plain, discard: async () => undefined };
}

async function onDisk(
  folder: string,
  counted: Counted,
  body: AsyncIterable<Uint8Array>,
  passing?: Passing,
): Promise<Incoming> {
  const own = randomUUID();
  const arriving = join(folder, own);
  try {
    await write(arriving, passing?.hide(body) ?? body, passing === undefined);
    const { sha256, bytes } = counted.known();
    // The same bytes may arrive twice at once, each with an end of its own. Joined where no bundler sees a pattern in it
    const path = join(folder, [sha256, own].join('-'));
    await onStore(() => rename(arriving, path));
    const plain = () => passing?.show(createReadStream(path, { highWaterMark: 1024 * 1024 })) ?? createReadStream(path);
    const picture = async () => (passing ? wholeOf({ body: plain() }) : path);
    return { sha256, bytes, path, picture, plain, discard: () => remove(path) };
  } catch (cause) {
    await remove(arriving);
    throw cause;
  }
}

const remove = (path: string): Promise<void> => rm(path, { force: true }).catch(() => undefined);

/** @param toLast whether it is to outlive the power: what dies with its process need not */
async function write(path: string, body: AsyncIterable<Uint8Array>, toLast: boolean): Promise<void> {
  const file = await onStore(() => open(path, 'wx', 0o640));
  try {
    for await (const chunk of body) await onStore(() => file.writeFile(chunk));
    await onStore(() => file.chmod(0o444));
    if (toLast) await onStore(() => file.sync());
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
