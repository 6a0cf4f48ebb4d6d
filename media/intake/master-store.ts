import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, open, readFile, rename, rm, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { type Level, rankOf } from '#access/level.ts';
import { Failure } from '#errors/failure.ts';
import { type AtRest, isHarm } from './at-rest.ts';
import { type Incoming, openIncoming, sweepIncoming } from './incoming.ts';
import { hashed, openKept } from './kept.ts';
import { onStore, stillThere } from './store-fault.ts';

/** What whoever only reads masters holds: the gate, the studio's file route. */
export interface MasterReader {
  /** Whether a master of this name is kept. A malformed name is a name of nothing. */
  has(sha256: string): Promise<boolean>;
  /** The bytes, compared with their name first, or proved by a seal that is bound to it. Throws `not-found` or `master-damaged`. */
  read(sha256: string): Promise<Uint8Array>;
  /** The bytes as a stream, unverified, with their number. Throws `not-found` or `master-damaged`. */
  stream(sha256: string): Promise<{ bytes: number; body: ReadableStream<Uint8Array> }>;
  /** Under the key of which level it lies here; null: as it is. Throws `not-found`. */
  levelOf(sha256: string): Promise<Level | null>;
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
 * A store that seals has what it holds under the same names, each sealed.
 */
export interface MasterStore extends MasterReader {
  /** @throws Failure `masters-unreachable` where its folder has gone since it was opened */
  stillThere(): Promise<void>;
  /** Takes bytes durably to a place beside the store, hashing on the way, before anything looks at them. */
  receive(input: Bytes, maxBytes: number): Promise<Incoming>;
  /**
   * Gives received bytes their place in the store, durably. Throws `disk-full`, `masters-unreachable`; nothing remains then.
   * @param level of what names them; where nothing is said, nobody has looked at them yet
   */
  keep(incoming: Incoming, level?: Level): Promise<Stored>;
  /** Receives and keeps. Throws `image-too-large`; nothing remains then. */
  put(input: Bytes, options?: { maxBytes?: number; level?: Level }): Promise<Stored>;
  /**
   * Seals a master under the key of another level, in a store that seals; the earlier bytes go.
   * @returns false where it is so already
   * @throws Failure `not-found`, `master-damaged`; nothing has changed then
   */
  reseal(sha256: string, level: Level): Promise<boolean>;
}

export const defaultMaxBytes = 200 * 1024 * 1024;

/**
 * Opens the store in `dir`, which is made when missing and must lie outside every public folder.
 * @param atRest seals what is kept, and opens it again; without it all lies here as it is
 * @throws Failure `disk-full`, `masters-unreachable`
 */
export async function openMasterStore(dir: string, atRest?: AtRest): Promise<MasterStore> {
  const arriving = join(dir, 'incoming');
  await onStore(async () => {
    await mkdir(arriving, { recursive: true, mode: 0o750 });
    await sweepIncoming(arriving);
  });
  const place: Place = { dir, arriving, atRest };
  const store: MasterStore = {
    ...openMasterReader(dir, atRest),
    stillThere: () => stillThere(arriving),
    receive: (input, maxBytes) => openIncoming(arriving, input, maxBytes, atRest),
    keep: (incoming, level = 'unreviewed') => onStore(() => keep(place, incoming, level)),
    put: async (input, { maxBytes = defaultMaxBytes, level } = {}) =>
      store.keep(await store.receive(input, maxBytes), level),
    reseal: (sha256, level) => onStore(() => reseal(place, sha256, level)),
  };
  return store;
}

/** The reading half: needs no right to write. */
export function openMasterReader(dir: string, atRest?: AtRest): MasterReader {
  return {
    has: async (sha256) => isMasterName(sha256) && (await exists(masterPath(dir, sha256))),
    read: (sha256) => readVerified(dir, sha256, atRest),
    stream: (sha256) => openStream(dir, sha256, atRest),
    levelOf: async (sha256) => (atRest ? atRest.levelOf(masterPath(dir, sha256)).catch(absent) : null),
  };
}

interface Place {
  readonly dir: string;
  /** Where bytes are written before they are moved to where they belong. */
  readonly arriving: string;
  readonly atRest: AtRest | undefined;
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

const absent = (cause: unknown): never => {
  if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')
    throw new Failure('not-found', {}, { cause });
  throw cause;
};

async function readVerified(dir: string, sha256: string, atRest: AtRest | undefined): Promise<Uint8Array> {
  if (!isMasterName(sha256)) throw new Failure('not-found');
  const { bytes, isSealed } = await readKept(dir, sha256, atRest).catch(absent);
  if (!isSealed && hashOf(bytes) !== sha256) throw new Failure('master-damaged', { sha256 });
  return bytes;
}

/** @throws Failure `master-damaged` where the seal does not open for what it is itself; what the system says */
async function readKept(dir: string, sha256: string, atRest: AtRest | undefined) {
  try {
    const path = masterPath(dir, sha256);
    if (!atRest) return { bytes: await readFile(path), isSealed: false };
    return await atRest.whole(path);
  } catch (cause) {
    throw isHarm(cause) ? new Failure('master-damaged', { sha256 }, { cause }) : cause;
  }
}

async function openStream(dir: string, sha256: string, atRest: AtRest | undefined) {
  if (!isMasterName(sha256)) throw new Failure('not-found');
  const { bytes, body } = await openKept(masterPath(dir, sha256), atRest).catch((cause: unknown) => {
    if (isHarm(cause)) throw new Failure('master-damaged', { sha256 }, { cause });
    // A key that is out of reach says nothing of whether it is there
    throw cause instanceof Failure ? cause : new Failure('not-found', {}, { cause });
  });
  return { bytes, body: Readable.toWeb(Readable.from(body)) as ReadableStream<Uint8Array> };
}

/** Whether these very bytes lie there already, sealed as well as they are to be. */
async function isKept(
  { dir, atRest }: Place,
  sha256: string,
  level: Level,
): Promise<{ same: boolean; sealed: boolean }> {
  const path = masterPath(dir, sha256);
  const none = { same: false, sealed: false };
  try {
    const { bytes, isSealed } = await readKept(dir, sha256, atRest);
    if (!isSealed && hashOf(bytes) !== sha256) return none;
    const under = atRest ? await atRest.levelOf(path) : null;
    return { same: true, sealed: !atRest || (under !== null && rankOf(under) >= rankOf(level)) };
  } catch (cause) {
    const isGone = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    if (isGone || (cause instanceof Failure && cause.code === 'master-damaged')) return none;
    throw cause;
  }
}

/** @NOTE Rename is the only way into the store, so a reader never sees half a master; equal bytes replace a damaged copy. */
async function keep(place: Place, incoming: Incoming, level: Level): Promise<Stored> {
  const { sha256, bytes } = incoming;
  const { dir, atRest } = place;
  try {
    const { same, sealed } = await isKept(place, sha256, level);
    // What is there was read to be compared; so is what is not
    if (!same) await readBack(incoming);
    // One after the other and never the store itself: where its disk has gone, nothing is to be made in its place
    for (const one of foldersOf(dir, sha256).reverse()) await makeFolder(one);
    if (same && sealed) await keepNothing(place, incoming, level);
    else if (atRest) await sealInto(place, sha256, incoming.plain(), level);
    else await moveInto(dir, String(incoming.path), sha256);
    return { sha256, bytes, existed: same };
  } finally {
    await incoming.discard();
  }
}

/** @throws Failure `masters-unreachable` where the disk does not give back what was written to it */
async function readBack(incoming: Incoming): Promise<void> {
  const { body, sha256 } = hashed(incoming.plain());
  for await (const _ of body);
  if (sha256() !== incoming.sha256) throw new Failure('masters-unreachable');
}

/**
 * Does what keeping would do, and leaves what is there: how long an upload takes must not tell whoever may not know of
 * a picture that its bytes are there.
 */
async function keepNothing({ dir, arriving, atRest }: Place, incoming: Incoming, level: Level): Promise<void> {
  const { sha256 } = incoming;
  const aside = join(arriving, [sha256, randomUUID()].join('-'));
  try {
    if (atRest) await atRest.seal(aside, incoming.plain(), level, sha256);
    else await rename(String(incoming.path), aside);
    const now = new Date();
    const [folder, above] = foldersOf(dir, sha256);
    // A folder in which nothing has changed would be on the disk at once
    for (const one of [folder, above]) await utimes(one, now, now);
    for (const one of [folder, above, dir]) await syncFolder(one);
  } finally {
    await rm(aside, { force: true });
  }
}

const foldersOf = (dir: string, sha256: string): [string, string] => {
  const folder = dirname(masterPath(dir, sha256));
  return [folder, dirname(folder)];
};

async function moveInto(dir: string, path: string, sha256: string): Promise<void> {
  await rename(path, masterPath(dir, sha256));
  for (const changed of [...foldersOf(dir, sha256), dir]) await syncFolder(changed);
}

/** Sealed beside its place and moved there. @param isProved asked before it is moved */
async function sealInto(
  { dir, arriving, atRest }: Place,
  sha256: string,
  plain: AsyncIterable<Uint8Array>,
  level: Level,
  isProved: () => boolean = () => true,
): Promise<void> {
  const path = join(arriving, [sha256, randomUUID()].join('-'));
  try {
    await atRest?.seal(path, plain, level, sha256);
    if (!isProved()) throw new Failure('master-damaged', { sha256 });
    await moveInto(dir, path, sha256);
  } catch (cause) {
    await rm(path, { force: true });
    throw cause;
  }
}

async function reseal(place: Place, sha256: string, level: Level): Promise<boolean> {
  const { dir, atRest } = place;
  if (!atRest || !isMasterName(sha256)) return false;
  const path = masterPath(dir, sha256);
  if ((await atRest.levelOf(path).catch(absent)) === atRest.keyFor(level)) return false;
  try {
    const content = hashed((await atRest.open(path)).body);
    await sealInto(place, sha256, content.body, level, () => content.sha256() === sha256);
    return true;
  } catch (cause) {
    throw isHarm(cause) ? new Failure('master-damaged', { sha256 }, { cause }) : cause;
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
