import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { unreadPath } from '../unread-path.ts';

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

/** What is known of uploads, a small file each. One of these names is on the disk whole or not at all. */
export interface UploadRecords {
  get(id: string): Promise<UploadRecord | undefined>;
  set(id: string, value: unknown): Promise<void>;
  delete(id: string): Promise<void>;
  list(): Promise<string[]>;
  /** The record with the number of bytes that are here; null for what is not or no longer there. */
  begun(id: string): Promise<Begun | null>;
  all(): Promise<Begun[]>;
  /** Where the bytes lie. */
  path(id: string): string;
  /** Removes bytes and record; does nothing where they are gone. */
  remove(id: string): Promise<void>;
}

export const uploadRecords = (folder: string): UploadRecords => {
  const path = (id: string) => unreadPath(folder, isId(id) ? id : 'none');
  const recordOf = (id: string) => unreadPath(folder, `${isId(id) ? id : 'none'}${ending}`);
  const get = async (id: string): Promise<UploadRecord | undefined> => {
    const text = await readFile(recordOf(id), 'utf8').catch(() => null);
    return text === null ? undefined : record.safeParse(JSON.parse(text)).data;
  };
  const begun = async (id: string): Promise<Begun | null> => {
    const [known, found] = await Promise.all([get(id), stat(path(id)).catch(() => null)]);
    return known && found ? { ...known, offset: found.size } : null;
  };
  const list = async () =>
    (await readdir(folder).catch(() => []))
      .filter((name) => name.endsWith(ending))
      .map((name) => name.slice(0, -ending.length));
  const remove = async (id: string) => {
    await rm(path(id), { force: true });
    await rm(recordOf(id), { force: true });
  };
  return {
    ...{ get, list, path, begun, remove, delete: remove },
    set: (id, value) => writeWhole(folder, recordOf(id), JSON.stringify(value)),
    all: async () => (await Promise.all((await list()).map(begun))).filter((one) => one !== null),
  };
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
