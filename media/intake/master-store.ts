import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { Failure } from '#errors/failure.ts';
import { type Incoming, openIncoming, sweepIncoming } from './incoming.ts';
import { onStore, stillThere } from './store-fault.ts';

/** What whoever only reads masters holds: the gate, the studio's file route. */
export interface MasterReader {
  /** Whether a master of this name is kept. A malformed name is a name of nothing. */
  has(sha256: string): Promise<boolean>;
  /** The bytes, compared with their name first. Throws `not-found` or `master-damaged`. */
  read(sha256: string): Promise<Uint8Array>;
  /** The bytes as a stream, unverified, with their number. Throws `not-found`. */
  stream(sha256: string): Promise<{ bytes: number; body: ReadableStream<Uint8Array> }>;
}

export interface Stored {
  /** Lower-case hex, the master's only name. */
  readonly sha256: string;
  readonly bytes: number;
  /** True when these very bytes were kept already. */
  readonly existed: boolean;
}

export type Bytes = Uint8Array | AsyncIterable<Uint8Array>;

/**
 * Masters by content: `<dir>/ab/cd/<64 hex>`, read-only, each under the hash of its bytes and never under a name that a
 * client chose, so no upload can reach another's file. Nothing is ever changed or deleted here.
 */
export interface MasterStore extends MasterReader {
  /** @throws Failure `masters-unreachable` where its folder has gone since it was opened */
  stillThere(): Promise<void>;
  /** Takes bytes durably to a place beside the store, hashing on the way, before anything looks at them. */
  receive(input: Bytes, maxBytes: number): Promise<Incoming>;
  /** Gives received bytes their place in the store, durably. Throws `disk-full`, `masters-unreachable`; nothing remains then. */
  keep(incoming: Incoming): Promise<Stored>;
  /** Receives and keeps. Throws `image-too-large`; nothing remains then. */
  put(input: Bytes, options?: { maxBytes?: number }): Promise<Stored>;
}

export const defaultMaxBytes = 200 * 1024 * 1024;

/**
 * Opens the store in `dir`, which is made when missing and must lie outside every public folder.
 * @throws Failure `disk-full`, `masters-unreachable`
 */
export async function openMasterStore(dir: string): Promise<MasterStore> {
  const arriving = join(dir, 'incoming');
  await onStore(async () => {
    await mkdir(arriving, { recursive: true, mode: 0o750 });
    await sweepIncoming(arriving);
  });
  const store: MasterStore = {
    ...openMasterReader(dir),
    stillThere: () => stillThere(arriving),
    receive: (input, maxBytes) => openIncoming(arriving, input, maxBytes),
    keep: (incoming) => onStore(() => keep(dir, incoming)),
    put: async (input, { maxBytes = defaultMaxBytes } = {}) => store.keep(await store.receive(input, maxBytes)),
  };
  return store;
}

/** The reading half: needs no right to write. */
export function openMasterReader(dir: string): MasterReader {
  return {
    has: async (sha256) => isMasterName(sha256) && (await exists(masterPath(dir, sha256))),
    read: (sha256) => readVerified(dir, sha256),
    stream: (sha256) => openStream(dir, sha256),
  };
}

export const isMasterName = (name: string): boolean => /^[0-9a-f]{64}$/.test(name);

/** Where a master of this name lies in a store, or in a copy of one. */
export const masterPath = (dir: string, sha256: string): string =>
  join(dir, sha256.slice(0, 2), sha256.slice(2, 4), sha256);

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function readVerified(dir: string, sha256: string): Promise<Uint8Array> {
  const bytes = await readIfThere(dir, sha256);
  if (!bytes) throw new Failure('not-found');
  if (hashOf(bytes) !== sha256) throw new Failure('master-damaged', { sha256 });
  return bytes;
}

async function readIfThere(dir: string, sha256: string): Promise<Uint8Array | null> {
  if (!isMasterName(sha256)) return null;
  try {
    return await readFile(masterPath(dir, sha256));
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
    throw cause;
  }
}

async function openStream(dir: string, sha256: string) {
  if (!isMasterName(sha256)) throw new Failure('not-found');
  const path = masterPath(dir, sha256);
  const found = await stat(path).catch((cause: unknown) => {
    throw new Failure('not-found', {}, { cause });
  });
  const body = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
  return { bytes: found.size, body };
}

/** @NOTE Rename is the only way into the store, so a reader never sees half a master; equal bytes replace a damaged copy. */
async function keep(dir: string, incoming: Incoming): Promise<Stored> {
  const { sha256, bytes, path } = incoming;
  const target = masterPath(dir, sha256);
  try {
    const there = await readIfThere(dir, sha256);
    if (there && hashOf(there) === sha256) {
      await incoming.discard();
      return { sha256, bytes, existed: true };
    }
    const folder = join(dir, sha256.slice(0, 2), sha256.slice(2, 4));
    // One after the other and never the store itself: where its disk has gone, nothing is to be made in its place
    for (const one of [dirname(folder), folder]) await makeFolder(one);
    await rename(path, target);
    for (const changed of [folder, dirname(folder), dir]) await syncFolder(changed);
    return { sha256, bytes, existed: false };
  } catch (cause) {
    await rm(path, { force: true });
    throw cause;
  }
}

const makeFolder = (path: string): Promise<void> =>
  mkdir(path, { mode: 0o750 }).then(
    () => undefined,
    (cause: unknown) => {
      if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) throw cause;
    },
  );

/** Makes a rename survive a power cut. */
export async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
