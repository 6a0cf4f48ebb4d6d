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
}

type WithHandles = DataTransferItem & { getAsFileSystemHandle?: () => Promise<FileSystemHandle | null> };
type Folder = FileSystemDirectoryHandle & { values(): AsyncIterable<FileSystemHandle> };

const wanted = ({ path }: Given): boolean => !path.split('/').some(isLitter);
const given = (path: string, file: File): Given => ({ path: path.normalize('NFC'), file });

const inHandle = async (handle: FileSystemHandle, before = ''): Promise<Given[]> => {
  const path = `${before}${handle.name}`;
  if (handle.kind === 'file') return [given(path, await (handle as FileSystemFileHandle).getFile())];
  const found: Given[] = [];
  for await (const one of (handle as Folder).values()) found.push(...(await inHandle(one, `${path}/`)));
  return found;
};

/** What handles lead to. */
export const fromHandles = async (handles: readonly FileSystemHandle[]): Promise<Gathered> => {
  const all = await Promise.all(handles.map((handle) => inHandle(handle)));
  return { files: all.flat().filter(wanted), handles };
};

const inEntry = async (entry: FileSystemEntry): Promise<Given[]> => {
  const path = entry.fullPath.replace(/^\//, '');
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    return [given(path, file)];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: Given[] = [];
  // A reader gives some at a time, and none when it is through
  for (let some = await readSome(reader); some.length > 0; some = await readSome(reader)) {
    for (const one of some) found.push(...(await inEntry(one)));
  }
  return found;
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
  const found = await Promise.all(whole.map(inEntry));
  return { files: found.flat().filter(wanted), handles: [] };
};

/** Files that were chosen, alone or with their folder. */
export const fromFiles = (files: readonly File[]): Gathered => ({
  files: files.map((file) => given(file.webkitRelativePath || file.name, file)).filter(wanted),
  handles: [],
});
