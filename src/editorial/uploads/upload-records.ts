import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type AtRest, isHarm } from '#media/intake/at-rest.ts';
import { wholeOf } from '#media/intake/kept.ts';
import { onStore } from '#media/intake/store-fault.ts';
import { unreadPath } from '../unread-path.ts';
import { openSealedPieces, type PieceNames, pieceNames, type SealedPieces } from './sealed-pieces.ts';

const record = z.object({
  id: z.string(),
  /** Bytes in the end. */
  size: z.number().int().nonnegative(),
  creation_date: z.string(),
  metadata: z.object({ owner: z.string(), batch: z.string(), filename: z.string() }),
});

/** All that lies here, sorted by what can be read of it: none keeps another one waiting. */
export interface Survey {
  readonly begun: readonly Begun[];
  /** Ids of records that are damaged: what arrived of them goes on nowhere. */
  readonly damaged: readonly string[];
  /** What reading met of those that cannot be read at the moment, for want of a key or of the disk. */
  readonly unread: readonly unknown[];
}

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
 * none, and one that cannot be read at the moment is not damaged.
 */
export interface UploadRecords {
  get(id: string): Promise<UploadRecord | undefined>;
  set(id: string, value: unknown): Promise<void>;
  delete(id: string): Promise<void>;
  list(): Promise<string[]>;
  /** The record with the number of bytes that are here; null for what is not or no longer there. */
  begun(id: string): Promise<Begun | null>;
  survey(): Promise<Survey>;
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
  /** Null where there is none. */
  const look = async (id: string): Promise<UploadRecord | 'damaged' | null> => {
    const text = await onStore(() => readRecord(recordOf(id), atRest));
    if (text === null || text === damaged) return text;
    return record.safeParse(parsed(text.text)).data ?? damaged;
  };
  const get = async (id: string): Promise<UploadRecord | undefined> => {
    const known = await look(id);
    return known === null || known === damaged ? undefined : known;
  };
  const withBytes = async (known: UploadRecord, id: string, among?: PieceNames): Promise<Begun | null> => {
    const found = await stat(path(id)).catch(() => null);
    return found && { ...known, offset: sealed ? await sealed.size(id, among) : found.size };
  };
  const begun = async (id: string): Promise<Begun | null> => {
    const known = await get(id);
    return known ? withBytes(known, id) : null;
  };
  const names = () => readdir(folder).catch((): string[] => []);
  const survey = async (): Promise<Survey> => {
    const there = await names();
    const among = pieceNames(there);
    const found = { begun: [] as Begun[], damaged: [] as string[], unread: [] as unknown[] };
    const sortIn = async (id: string): Promise<void> => {
      const known = await look(id);
      if (known === damaged) found.damaged.push(id);
      else if (known !== null) found.begun.push(...[await withBytes(known, id, among)].filter((one) => one !== null));
    };
    await Promise.all(recordsAmong(there).map((id) => sortIn(id).catch((cause) => void found.unread.push(cause))));
    return found;
  };
  const remove = async (id: string) => {
    await rm(path(id), { force: true });
    await sealed?.remove(id);
    await rm(recordOf(id), { force: true });
  };
  return {
    ...{ get, path, begun, survey, remove, sealed, delete: remove, list: async () => recordsAmong(await names()) },
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

const isGone = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'ENOTDIR');

const damaged = 'damaged';

/** Null where there is none. @throws what the disk says, and what the keys say */
const readRecord = async (
  path: string,
  atRest: AtRest | undefined,
): Promise<{ readonly text: string } | typeof damaged | null> => {
  try {
    const bytes = atRest ? Buffer.from(await wholeOf(await atRest.open(path))) : await readFile(path);
    return { text: bytes.toString('utf8') };
  } catch (cause) {
    if (isHarm(cause)) return damaged;
    if (isGone(cause)) return null;
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
