import { isLitter } from '../../archive/litter.ts';

/** A file that somebody gave, and where it lies in the folder that was given. */
export interface Given {
  readonly path: string;
  readonly file: File;
}

/** Files, and handles by which the browser finds them again, where it has any. */
export interface Gathered {
  readonly files: readonly Given[];
  readonly handles: readonly FileSystemHandle[];
  /** What the browser says of each file and folder that it cannot read, e.g. one that is gone: the others go on. */
  readonly unread: readonly unknown[];
}

type WithHandles = DataTransferItem & { getAsFileSystemHandle?: () => Promise<FileSystemHandle | null> };
type Folder = FileSystemDirectoryHandle & { values(): AsyncIterable<FileSystemHandle> };

const wanted = ({ path }: Given): boolean => !path.split('/').some(isLitter);
const given = (path: string, file: File): Given => ({ path: path.normalize('NFC'), file });

/** Walks one thing after another, and says what it could not read. */
type Walk<T> = (one: T, found: (path: string, file: File) => void, deeper: (one: T) => Promise<void>) => Promise<void>;

const gather = async <T>(roots: readonly T[], walk: Walk<T>): Promise<Omit<Gathered, 'handles'>> => {
  const files: Given[] = [];
  const unread: unknown[] = [];
  const found = (path: string, file: File): void => void files.push(given(path, file));
  const deeper = (one: T): Promise<void> => walk(one, found, deeper).catch((cause: unknown) => void unread.push(cause));
  for (const root of roots) await deeper(root);
  return { files: files.filter(wanted), unread };
};

/** A handle, and the folders above it. */
type Placed = { readonly handle: FileSystemHandle; readonly above: string };

const walkHandle: Walk<Placed> = async ({ handle, above }, found, deeper) => {
  const path = `${above}${handle.name}`;
  if (handle.kind === 'file') return found(path, await (handle as FileSystemFileHandle).getFile());
  for await (const one of (handle as Folder).values()) await deeper({ handle: one, above: `${path}/` });
};

/** What handles lead to, one after another in the order in which the folder names them. */
export const fromHandles = async (handles: readonly FileSystemHandle[]): Promise<Gathered> => ({
  ...(await gather(
    handles.map((handle) => ({ handle, above: '' })),
    walkHandle,
  )),
  handles,
});

const walkEntry: Walk<FileSystemEntry> = async (entry, found, deeper) => {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    return found(entry.fullPath.replace(/^\//, ''), file);
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // A reader gives some at a time, and none when it is through
  for (let some = await readSome(reader); some.length > 0; some = await readSome(reader)) {
    for (const one of some) await deeper(one);
  }
};

const readSome = (reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> =>
  new Promise((resolve, reject) => reader.readEntries(resolve, reject));

/** Files and folders that were dropped. To be called while the event is on: afterwards the browser has forgotten them. */
export const fromDrop = async ({ items, files }: DataTransfer): Promise<Gathered> => {
  const dropped = [...items].filter(({ kind }) => kind === 'file') as WithHandles[];
  const entries = dropped.map((item) => item.webkitGetAsEntry());
  const asked = dropped.map((item) => item.getAsFileSystemHandle?.().catch(() => null) ?? null);
  const loose = [...files];
  const handles = (await Promise.all(asked)).filter((handle) => handle !== null);
  if (handles.length > 0 && handles.length === dropped.length) return fromHandles(handles);
  const whole = entries.filter((entry) => entry !== null);
  if (whole.length === 0) return fromFiles(loose);
  return { ...(await gather(whole, walkEntry)), handles: [] };
};

/** Files that were chosen, alone or with their folder. */
export const fromFiles = (files: readonly File[]): Gathered => ({
  files: files.map((file) => given(file.webkitRelativePath || file.name, file)).filter(wanted),
  handles: [],
  unread: [],
});
