import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type AtRest, isHarm } from '#media/intake/at-rest.ts';
import { wholeOf } from '#media/intake/kept.ts';
import { unreadPath } from '../unread-path.ts';
import { openSealedPieces, type PieceNames, pieceNames, type SealedPieces } from './sealed-pieces.ts';

const record = z.object({
  id: z.string(),
  /** Bytes in the end. */
  size: z.number().int().nonnegative(),
  creation_date: z.string(),
  metadata: z.object({ owner: z.string(), batch: z.string(), filename: z.string() }),
});

/** An upload that somebody began. What has arrived of it lies beside it, in a file that is called as its id. */
export type UploadRecord = z.infer<typeof record>;

export interface Begun extends UploadRecord {
  /** Bytes that are here. */
  readonly offset: number;
}

const isId = (id: string): boolean => /^[0-9a-f-]{36}$/.test(id);
const ending = '.json';

/**
 * What is known of uploads, a small file each. One of these names is on the disk whole or not at all. One that is damaged is as good as
 * none, and keeps nobody else’s waiting.
 */
export interface UploadRecords {
  get(id: string): Promise<UploadRecord | undefined>;
  set(id: string, value: unknown): Promise<void>;
  delete(id: string): Promise<void>;
  list(): Promise<string[]>;
  /** The record with the number of bytes that are here; null for what is not or no longer there. */
  begun(id: string): Promise<Begun | null>;
  all(): Promise<Begun[]>;
  /** Ids of records that are damaged: what arrived of them goes on nowhere. */
  damaged(): Promise<string[]>;
  /** Where the bytes lie, where they lie there as they are. */
  path(id: string): string;
  /** The bytes that are here. */
  content(id: string): AsyncIterable<Uint8Array>;
  /** Where they are sealed as they arrive. */
  readonly sealed: SealedPieces | null;
  /** Removes bytes and record; does nothing where they are gone. */
  remove(id: string): Promise<void>;
}

/** @param atRest seals what arrives, and what is known of it */
export const uploadRecords = (folder: string, atRest?: AtRest): UploadRecords => {
  const sealed = atRest ? openSealedPieces(folder, atRest) : null;
  const path = (id: string) => unreadPath(folder, isId(id) ? id : 'none');
  const recordOf = (id: string) => unreadPath(folder, `${isId(id) ? id : 'none'}${ending}`);
  const get = async (id: string): Promise<UploadRecord | undefined> => {
    const text = await readRecord(recordOf(id), atRest);
    return text === null ? undefined : record.safeParse(parsed(text)).data;
  };
  const begun = async (id: string, among?: PieceNames): Promise<Begun | null> => {
    const [known, found] = await Promise.all([get(id), stat(path(id)).catch(() => null)]);
    if (!known || !found) return null;
    return { ...known, offset: sealed ? await sealed.size(id, among) : found.size };
  };
  const names = () => readdir(folder).catch((): string[] => []);
  const list = async () => recordsAmong(await names());
  const all = async (): Promise<Begun[]> => {
    const there = await names();
    const among = pieceNames(there);
    const found = await Promise.all(recordsAmong(there).map((id) => begun(id, among)));
    return found.filter((one) => one !== null);
  };
  const damaged = async (): Promise<string[]> => {
    const found = await Promise.all((await list()).map(async (id) => ((await get(id)) === undefined ? [id] : [])));
    return found.flat();
  };
  const remove = async (id: string) => {
    await rm(path(id), { force: true });
    await sealed?.remove(id);
    await rm(recordOf(id), { force: true });
  };
  return {
    ...{ get, list, path, all, damaged, remove, sealed, delete: remove, begun: (id) => begun(id) },
    content: (id) => sealed?.content(id) ?? readFrom(path(id)),
    set: (id, value) => writeRecord(folder, recordOf(id), JSON.stringify(value), atRest),
  };
};

const recordsAmong = (names: readonly string[]): string[] =>
  names.filter((name) => name.endsWith(ending)).map((name) => name.slice(0, -ending.length));

/** Undefined for what is no JSON. */
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

async function* readFrom(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path) as AsyncIterable<Uint8Array>;
}

const readRecord = async (path: string, atRest: AtRest | undefined): Promise<string | null> => {
  if (!atRest) return readFile(path, 'utf8').catch(() => null);
  try {
    return Buffer.from(await wholeOf(await atRest.open(path))).toString('utf8');
  } catch (cause) {
    if (isHarm(cause) || (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')) return null;
    throw cause;
  }
};

async function* inOne(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text, 'utf8');
}

const writeRecord = async (folder: string, path: string, text: string, atRest: AtRest | undefined): Promise<void> => {
  if (!atRest) return writeWhole(folder, path, text);
  await mkdir(folder, { recursive: true, mode: 0o750 });
  await atRest.seal(path, inOne(text), 'unreviewed');
};

const writeWhole = async (folder: string, path: string, text: string): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o750 });
  const beside = join(folder, `${randomUUID()}.new`);
  try {
    const file = await open(beside, 'wx', 0o640);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (cause) {
    await rm(beside, { force: true });
    throw cause;
  }
};
